import type { SandboxRequest } from '../request/build-request.ts'
import { writeQuery } from '../request/write-query.ts'
import type { Answer } from './answer-view.ts'

/** Sends a request as it is, and measures how long it takes; throws if there is no answer. */
export async function sendRequest(
  apiUrl: string,
  { method, params }: SandboxRequest,
): Promise<Answer> {
  const pairs = params.map(({ name, value }) => [name, value] as const)
  const begun = performance.now()
  const response = await (method === 'GET'
    ? fetch(`${apiUrl}?${writeQuery(pairs)}`)
    : fetch(apiUrl, { method, body: formOf(pairs) }))
  const text = await response.text()
  const { status, statusText, headers } = response
  const type = headers.get('content-type') ?? ''
  return {
    ...{ status, statusText, type, text },
    error: headers.get('mediawiki-api-error') ?? undefined,
    isLoginSuppressed: (headers.get('mediawiki-login-suppressed') ?? 'false') !== 'false',
    milliseconds: performance.now() - begun,
    value: type.startsWith('application/json') ? parse(text) : undefined,
  }
}

function formOf(pairs: readonly (readonly [string, string])[]): FormData {
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, value)
  return form
}

function parse(text: string): unknown {
  // The only way to learn whether a text is JSON.
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
