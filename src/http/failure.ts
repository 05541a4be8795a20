import { HashQueueFullError } from '../auth/passwords/hash-queue.ts'
import { apiPage } from '../format/page.ts'
import { pagePolicy } from '../format/page-style.ts'
import { html } from '../messages/html.ts'
import { message } from '../messages/message.ts'
import { say } from '../messages/say.ts'
import { errorCodes } from '../result/error-codes.ts'
import { StoreUnavailable } from '../session/store-unavailable.ts'
import { type Settings, SettingsError } from '../settings/settings.ts'
import type { Wiki } from '../wiki.ts'
import type { Route } from './find-route.ts'
import type { HttpResponse } from './message.ts'
import { plainText } from './plain-text.ts'

/**
 * What went wrong is not the client's to explain: a program hears a code, a person a sentence, and
 * neither anything of their cookies. The number of the request leads to what was logged.
 */
export function failure(
  error: unknown,
  id: string,
  door: Route['door'],
  { log, settings }: Wiki,
): HttpResponse {
  if (error instanceof SettingsError) return plainText(400, `X-Test-Config: ${error.message}\n`)

  log(error)
  const isBusy = error instanceof StoreUnavailable || error instanceof HashQueueFullError
  const key = isBusy ? 'apierror-unavailable' : 'apierror-exceptioncaught'
  const { headers, body } = door === 'page' ? asPage(key, id, settings) : asJson(key, id)
  return {
    status: isBusy ? 503 : 500,
    headers: [
      ...headers,
      ['Cache-Control', 'private, must-revalidate, max-age=0'],
      ...(isBusy ? [['Retry-After', '5'] as const] : []),
    ],
    body,
  }
}

type FailureKey = 'apierror-unavailable' | 'apierror-exceptioncaught'

function asJson(key: FailureKey, id: string): Omit<HttpResponse, 'status'> {
  const code = errorCodes[key]
  const info = say(message(key, id), 'en', 'plaintext')
  return {
    headers: [
      ['Content-Type', 'application/json; charset=utf-8'],
      ['MediaWiki-API-Error', code],
    ],
    body: JSON.stringify({ error: { code, info } }),
  }
}

/** Without the frame that pages have: what failed may be what the frame is made of. */
function asPage(
  key: FailureKey,
  id: string,
  { LanguageCode, Sitename }: Settings,
): Omit<HttpResponse, 'status'> {
  const text = say(message(key, id), LanguageCode, 'plaintext')
  const title = say(message('pages-failure'), LanguageCode, 'plaintext')
  return {
    headers: [
      ['Content-Type', 'text/html; charset=UTF-8'],
      ['Content-Security-Policy', pagePolicy('DENY')],
      ['X-Frame-Options', 'DENY'],
    ],
    body: apiPage({
      title,
      siteName: Sitename,
      language: LanguageCode,
      body: html`<p>${text}</p>`,
    }),
  }
}
