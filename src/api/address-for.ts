import type { ApiRequest } from './request.ts'

/** The address that asks the same of another format; what was posted is in no address. */
export function addressFor(
  { method, params }: ApiRequest,
  apiUrl: string,
  format: string,
): string | undefined {
  if (method === 'POST') return undefined

  const query = new URLSearchParams()
  for (const name of params.queryNames()) {
    const text = params.peekText(name)
    if (text !== undefined && name !== 'wrappedhtml') query.set(name, text)
  }
  query.set('format', format)
  return `${apiUrl}?${query}`
}
