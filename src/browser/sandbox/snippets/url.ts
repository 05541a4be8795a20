import { writeQuery } from '../request/write-query.ts'
import { shownValue } from './shown-value.ts'
import type { SnippetKind } from './snippet.ts'

/** The address of a request; what has to be posted stands below it. */
export const url: SnippetKind = {
  name: 'URL',

  make({ apiUrl, method, params }) {
    const query = writeQuery(params.map((param) => [param.name, shownValue(param)]))
    return method === 'GET' ? `${apiUrl}?${query}` : `POST ${apiUrl}\n\n${query}`
  },
}
