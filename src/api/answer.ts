import { readParams } from '../params/read-params.ts'
import { ApiError } from '../result/api-error.ts'
import { Reply } from '../result/reply.ts'
import type { Wiki } from '../wiki.ts'
import { type CacheMode, cacheHeaders, cacheModeOf, cacheModeOfError } from './cache-headers.ts'
import { checkAsserts } from './check-asserts.ts'
import { checkContentType } from './check-content-type.ts'
import { checkMaxLag } from './check-max-lag.ts'
import { checkMethod, checkPosted, checkPostedParams } from './check-method.ts'
import { checkOrigin } from './check-origin.ts'
import { checkPermissions } from './check-permissions.ts'
import { checkReadable } from './check-readable.ts'
import { checkToken } from './check-token.ts'
import { checkUnknownParams } from './check-unknown-params.ts'
import { echoFields } from './echo-fields.ts'
import { findFormat } from './find-format.ts'
import { findModule } from './find-module.ts'
import { mainModule } from './main-module.ts'
import { openFormatter } from './open-formatter.ts'
import { openVisit, saveVisit, type Visit } from './open-visit.ts'
import { print } from './print.ts'
import type { ApiAnswer, ApiRequest } from './request.ts'

/** Answers one request: finds out who asks, carries it out, keeps the session, spells the answer. */
export async function answer(wiki: Wiki, request: ApiRequest): Promise<ApiAnswer> {
  const visit = await openVisit(wiki, request)
  const origin = checkOrigin(request, visit.settings)
  const { settings, cookies } = visit
  if (origin.final !== undefined) {
    const headers = [...visit.headers, ...origin.final.headers]
    return { ...origin.final, headers, cookies: cookies.changes, settings }
  }

  const reply = new Reply(openFormatter(request, visit))
  let cacheMode: CacheMode
  try {
    cacheMode = await carryOut(wiki, request, visit, reply)
  } catch (error) {
    // Every other error is ours: the edge logs it, and the session stays as it was.
    if (!(error instanceof ApiError)) throw error
    cacheMode = cacheModeOfError(error)
    reply.fail(error, echoFields(request, visit, reply.formatter, { isError: true }))
  }

  const printed = await print(request, visit, reply)
  await saveVisit(visit)
  return {
    status: reply.status,
    headers: [
      ...visit.headers,
      ...origin.headers,
      ...reply.headers,
      ...printed.headers,
      ...cacheHeaders(cacheMode, request, visit, printed.body),
    ],
    cookies: cookies.changes,
    settings,
    body: printed.body,
  }
}

/**
 * The path of every request, top to bottom. The order is part of the protocol: it decides which of
 * two errors a client gets to see. The conversations in test/conformance/ that have two things wrong
 * are its test.
 */
async function carryOut(
  wiki: Wiki,
  request: ApiRequest,
  visit: Visit,
  reply: Reply,
): Promise<CacheMode> {
  const reading = visit.reading(reply)
  checkReadable(request)
  for (const [name, value] of echoFields(request, visit, reply.formatter)) reply.add(name, value)
  const main = await readParams(mainModule(wiki.modules), reading)
  await checkAsserts(main, visit.user)

  const module = findModule(wiki.modules, main.action)
  const params = await readParams(module, reading)
  const call = visit.call({ params, reply, reading })
  checkToken(module, request, call)
  await checkPermissions(module, request, call)
  checkMaxLag(main.maxlag, visit.settings)
  checkMethod(request)
  checkPosted(module, request)
  checkContentType(request, reply)

  checkPostedParams(module, request)
  const value = await module.answer(call)
  if (value !== undefined) reply.add(module.name, value)
  const format = findFormat(request)
  checkUnknownParams(request, format, reply)
  // So late that what the module did is done, as in MediaWiki; `print` warns of what is odd.
  await readParams(format, { ...reading, warn: () => undefined })
  return cacheModeOf(module, call)
}
