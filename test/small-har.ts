import { writeFileSync } from 'node:fs'

const api = 'https://wiki.example/w/api.php?format=json&formatversion=2'

/** One exchange, as it was with a wiki that is not there any more. */
export interface HarExchange {
  readonly query?: string
  readonly form?: Readonly<Record<string, string>>
  readonly answer?: unknown
}

/** Writes a HAR file as a browser saves one, with a picture among the exchanges. */
export function writeHar(file: string, exchanges: readonly HarExchange[]): void {
  const picture = { request: { method: 'GET', url: 'https://wiki.example/logo.svg', headers: [] } }
  const entries = exchanges.map(({ query, form, answer = {} }) => ({
    request: {
      method: form === undefined ? 'GET' : 'POST',
      url: query === undefined ? api : `${api}&${query}`,
      headers: [{ name: 'Host', value: 'wiki.example' }],
      ...(form && {
        postData: {
          mimeType: 'application/x-www-form-urlencoded; charset=UTF-8',
          text: new URLSearchParams(form).toString(),
        },
      }),
    },
    response: {
      status: 200,
      content: { mimeType: 'application/json', text: JSON.stringify(answer) },
    },
  }))
  writeFileSync(file, JSON.stringify({ log: { version: '1.2', entries: [picture, ...entries] } }))
}
