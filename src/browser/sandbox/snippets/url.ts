import type { SentParam } from '../request/build-request.ts'
import { encodeText } from '../request/write-query.ts'
import { shownValue } from './shown-value.ts'
import type { SnippetKind } from './snippet.ts'

/** The address of a request; what has to be posted stands below it. */
export const url: SnippetKind = {
  name: 'URL',
  runsInBrowser: true,

  make({ apiUrl, method, params }) {
    const query = params.map(spell).join('&')
    return method === 'GET' ? `${apiUrl}?${query}` : `${apiUrl}\n\n${query}`
  },
}

/** The name of a secret stays readable: it is to be replaced. */
function spell(param: SentParam): string {
  const name = encodeText(param.name)
  return `${name}=${param.isSecret ? `<${name}>` : encodeText(shownValue(param))}`
}
