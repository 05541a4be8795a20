import { answer } from '../api/answer.ts'
import type { ApiAnswer, Header } from '../api/request.ts'
import { answerPage } from '../special/answer-page.ts'
import type { Wiki } from '../wiki.ts'
import { setCookie } from './cookies.ts'
import { failure } from './failure.ts'
import { findRoute, type Route } from './find-route.ts'
import type { HttpRequest, HttpResponse } from './message.ts'
import { plainText } from './plain-text.ts'
import { readRequest } from './read-request.ts'
import { makeRequestId } from './request-id.ts'
import { sendIcon, sendResource } from './send-resource.ts'

/** Answers any HTTP request. The only place that catches what is not an `ApiError`. */
export async function respond(wiki: Wiki, request: HttpRequest): Promise<HttpResponse> {
  const id = makeRequestId(wiki)
  const { target } = request
  const mark = target.indexOf('?')
  const route = findRoute(mark === -1 ? target : target.slice(0, mark), wiki.settings)
  let answered: HttpResponse
  try {
    if (route.door === 'api') {
      let asked = readRequest(request)
      if (asked instanceof Promise) asked = await asked
      answered = spellAnswer(await answer(wiki, asked), wiki)
    } else answered = await answerOther(route, wiki, request)
  } catch (error) {
    answered = failure(error, id, route.door, wiki)
  }
  const { status, headers, body } = answered
  return { status, headers: [noSniff, ...headers, ['X-Request-Id', id]], body }
}

const noSniff: Header = ['X-Content-Type-Options', 'nosniff']

async function answerOther(
  route: Exclude<Route, { readonly door: 'api' }>,
  wiki: Wiki,
  request: HttpRequest,
): Promise<HttpResponse> {
  switch (route.door) {
    case 'page': {
      const asked = { ...(await readRequest(request)), titleOfPath: route.title }
      return spellAnswer(await answerPage(wiki, asked), wiki)
    }
    case 'resource':
      return (await sendResource(route.name, request)) ?? nothing
    case 'icon':
      return sendIcon(request)
    case 'beside api': {
      // A name after api.php could make a browser take the answer for a file of another type.
      const query = request.target.replace(/^[^?]*/, '')
      return {
        status: 301,
        headers: [
          ['Content-Type', 'text/html; charset=UTF-8'],
          ['Location', `${wiki.settings.Server}${route.script}${query}`],
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
  { clock }: Wiki,
): HttpResponse {
  if (cookies.length === 0) return { status, headers, body }

  const now = clock.now()
  const set = cookies.map((change): Header => ['Set-Cookie', setCookie(change, settings, now)])
  return { status, headers: [...set, ...headers], body }
}
