import { answer } from '../api/answer.ts'
import { HashQueueFullError } from '../auth/passwords/hash-queue.ts'
import { message } from '../messages/message.ts'
import { say } from '../messages/say.ts'
import { errorCodes } from '../result/error-codes.ts'
import { StoreUnavailable } from '../session/store-unavailable.ts'
import { SettingsError } from '../settings/settings.ts'
import type { Wiki } from '../wiki.ts'
import { setCookie } from './cookies.ts'
import type { HttpRequest, HttpResponse } from './message.ts'
import { readRequest } from './read-request.ts'

/** Answers any HTTP request. The only place that catches what is not an `ApiError`. */
export async function respond(wiki: Wiki, request: HttpRequest): Promise<HttpResponse> {
  const id = wiki.random(12).toString('hex')
  const response = await route(wiki, request).catch((error: unknown) => failure(error, id, wiki))
  return {
    ...response,
    headers: [['X-Content-Type-Options', 'nosniff'], ...response.headers, ['X-Request-Id', id]],
  }
}

async function route(wiki: Wiki, request: HttpRequest): Promise<HttpResponse> {
  const [path = ''] = request.target.split('?', 1)
  const { ScriptPath, Server } = wiki.settings
  const script = [`${ScriptPath}/api.php`, '/api.php', '/w/api.php'].find(
    (known) => path === known || path.startsWith(`${known}/`),
  )
  if (script === undefined) return plainText(404, 'Nothing is here. The API is at /api.php.\n')
  if (path !== script) {
    // A name after api.php could make a browser take the answer for a file of another type.
    const query = request.target.slice(path.length)
    return {
      status: 301,
      headers: [
        ['Content-Type', 'text/html; charset=UTF-8'],
        ['Location', `${Server}${script}${query}`],
        ['Vary', 'Accept-Encoding'],
      ],
      body: 'The API has no files.\n',
    }
  }

  const { status, headers, cookies, body, settings } = await answer(
    wiki,
    await readRequest(request),
  )
  const now = wiki.clock.now()
  const set = cookies.map((change) => ['Set-Cookie', setCookie(change, settings, now)] as const)
  return { status, headers: [...set, ...headers], body }
}

/** What went wrong is not the client's to explain: it hears a code, and nothing of its cookies. */
function failure(error: unknown, id: string, { log }: Wiki): HttpResponse {
  if (error instanceof SettingsError) return plainText(400, `X-Test-Config: ${error.message}\n`)

  log(error)
  const isBusy = error instanceof StoreUnavailable || error instanceof HashQueueFullError
  const key = isBusy ? 'apierror-unavailable' : 'apierror-exceptioncaught'
  const code = errorCodes[key]
  const info = say(message(key, id), 'en', 'plaintext')
  return {
    status: isBusy ? 503 : 500,
    headers: [
      ['Content-Type', 'application/json; charset=utf-8'],
      ['MediaWiki-API-Error', code],
      ['Cache-Control', 'private, must-revalidate, max-age=0'],
      ...(isBusy ? [['Retry-After', '5'] as const] : []),
    ],
    body: JSON.stringify({ error: { code, info } }),
  }
}

function plainText(status: number, body: string): HttpResponse {
  return { status, headers: [['Content-Type', 'text/plain; charset=utf-8']], body }
}
