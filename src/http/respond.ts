import { answer } from '../api/answer.ts'
import type { ApiAnswer } from '../api/request.ts'
import { HashQueueFullError } from '../auth/passwords/hash-queue.ts'
import { message } from '../messages/message.ts'
import { say } from '../messages/say.ts'
import { errorCodes } from '../result/error-codes.ts'
import { StoreUnavailable } from '../session/store-unavailable.ts'
import { SettingsError } from '../settings/settings.ts'
import { answerPage } from '../special/answer-page.ts'
import type { Wiki } from '../wiki.ts'
import { setCookie } from './cookies.ts'
import { findRoute } from './find-route.ts'
import type { HttpRequest, HttpResponse } from './message.ts'
import { readRequest } from './read-request.ts'
import { sendResource } from './send-resource.ts'

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
  const { settings } = wiki
  const route = findRoute(path, settings)
  switch (route.door) {
    case 'api':
      return spellAnswer(await answer(wiki, await readRequest(request)), wiki)
    case 'page': {
      const asked = { ...(await readRequest(request)), titleOfPath: route.title }
      return spellAnswer(await answerPage(wiki, asked), wiki)
    }
    case 'resource':
      return (await sendResource(route.name, request)) ?? nothing
    case 'beside api': {
      // A name after api.php could make a browser take the answer for a file of another type.
      const query = request.target.slice(path.length)
      return {
        status: 301,
        headers: [
          ['Content-Type', 'text/html; charset=UTF-8'],
          ['Location', `${settings.Server}${route.script}${query}`],
          ['Vary', 'Accept-Encoding'],
        ],
        body: 'The API has no files.\n',
      }
    }
    case 'none':
      return nothing
  }
}

const nothing = plainText(
  404,
  'Nothing is here. The API is at /api.php, pages are at /index.php.\n',
)

function spellAnswer(
  { status, headers, cookies, body, settings }: ApiAnswer,
  wiki: Wiki,
): HttpResponse {
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
