import type { SentParam } from '../request/build-request.ts'
import { quoteShell } from './quote.ts'
import { shownValue } from './shown-value.ts'
import type { SnippetKind } from './snippet.ts'

/** A command for curl, which keeps the session in a file: tokens belong to it. */
export const curl: SnippetKind = {
  name: 'curl',

  make({ apiUrl, method, params }) {
    const lines = [
      `curl ${method === 'GET' ? '--get ' : ''}${quoteShell(apiUrl)}`,
      '--cookie cookies.txt --cookie-jar cookies.txt',
      ...params.map(data),
    ]
    return lines.join(' \\\n  ')
  },
}

function data(param: SentParam): string {
  const name = encodeURIComponent(param.name.toWellFormed())
  const value = shownValue(param)
  // No argument of a command holds this character.
  if (value.includes('\0')) return `--data ${quoteShell(`${name}=${encodeURIComponent(value)}`)}`
  return `--data-urlencode ${quoteShell(`${name}=${value}`)}`
}
