/** What scripts written for MediaWiki look at of an answer, where they had an XMLHttpRequest. */
export interface Xhr {
  readonly readyState: number
  readonly status: number
  readonly statusText: string
  readonly responseText?: string | undefined
  readonly responseJSON?: unknown
  getResponseHeader(name: string): string | null
  getAllResponseHeaders(): string
}

/** What is known of an answer; without one, why there is none: `abort`, `timeout`, `error`. */
export function makeXhr(
  response: Response | undefined,
  { text, body, why = 'error' }: { text?: string | undefined; body?: unknown; why?: string } = {},
): Xhr {
  const headers = [...(response?.headers ?? [])]
  return {
    readyState: response === undefined ? 0 : 4,
    status: response?.status ?? 0,
    statusText: response?.statusText ?? why,
    ...(text === undefined ? {} : { responseText: text }),
    ...(body === undefined ? {} : { responseJSON: body }),
    getResponseHeader: (name) => response?.headers.get(name) ?? null,
    getAllResponseHeaders: () => headers.map(([name, value]) => `${name}: ${value}\r\n`).join(''),
  }
}
