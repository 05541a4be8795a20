import { readParams } from '../params/read-params.ts'
import { ApiError } from '../result/api-error.ts'
import { Reply } from '../result/reply.ts'
import type { Wiki } from '../wiki.ts'
import { findBlockCookieChanges } from './block-cookie-changes.ts'
import { cacheHeaders, cacheModeOf } from './cache-headers.ts'
import { checkAsserts } from './check-asserts.ts'
import { checkContentType } from './check-content-type.ts'
import { checkMaxLag } from './check-max-lag.ts'
import { checkMethod, checkPosted, checkPostedParams } from './check-method.ts'
import { checkOrigin } from './check-origin.ts'
import { checkPermissions } from './check-permissions.ts'
import { checkReadable } from './check-readable.ts'
import { checkToken } from './check-token.ts'
import { checkUnknownParams } from './check-unknown-params.ts'
import { describeMain } from './describe-main.ts'
import { echoFields } from './echo-fields.ts'
import { findFormat } from './find-format.ts'
import { findModule } from './find-module.ts'
import { isUnchanged } from './is-unchanged.ts'
import { mainModule } from './main-module.ts'
import { openFormatter } from './open-formatter.ts'
import { openVisit, saveVisit, type Visit } from './open-visit.ts'
import { print } from './print.ts'
import { type ChosenFormat, readFormat } from './read-format.ts'
import type { ApiAnswer, ApiRequest } from './request.ts'

/** Answers one request: finds out who asks, carries it out, keeps the session, spells the answer. */
export async function answer(wiki: Wiki, request: ApiRequest): Promise<ApiAnswer> {
  let visit = openVisit(wiki, request)
  if (visit instanceof Promise) visit = await visit
  const origin = checkOrigin(request, visit.settings)
  const { settings, cookies } = visit
  if (origin.final !== undefined) {
    const headers = [...visit.headers, ...origin.final.headers]
    return { ...origin.final, headers, cookies: cookies.changes, settings }
  }

  const reply = new Reply(openFormatter(request, visit))
  let chosen: ChosenFormat | undefined
  try {
    chosen = await carryOut(wiki, request, visit, reply)
  } catch (error) {
    // Every other error is ours: the edge logs it, and the session stays as it was.
    if (!(error instanceof ApiError)) throw error
    reply.fail(error, echoFields(request, visit, reply.formatter, { isError: true }))
  }

  let printed = print(request, visit, reply, chosen)
  if (printed instanceof Promise) printed = await printed
  let blockChanges = findBlockCookieChanges(visit, reply.cacheMode)
  if (blockChanges instanceof Promise) blockChanges = await blockChanges
  const saving = saveVisit(visit)
  if (saving) await saving
  for (const task of visit.tasks) wiki.afterwards.start(task)
  for (const change of blockChanges) cookies.changePublic(change)
  return {
    status: printed.status ?? reply.status,
    headers: [
      ...visit.headers,
      ...origin.headers,
      ...reply.headers,
      ...printed.headers,
      ...cacheHeaders(reply.cacheMode, request, visit, printed),
    ],
    cookies: cookies.changes,
    settings,
    body: printed.body,
  }
}

/**
 * The path of every request, top to bottom. The order is part of the protocol: it decides which of
 * two errors a client gets to see. The conversations in test/conformance/ that have two things wrong
 * are its test. It returns how the answer is to be spelled, unless that is still to be found out.
 *
 * A promise is waited for only where there is one: most steps look nothing up, and to wait for those
 * nevertheless took a seventh of the time of a request.
 */
export async function carryOut(
  wiki: Wiki,
  request: ApiRequest,
  visit: Visit,
  reply: Reply,
): Promise<ChosenFormat | undefined> {
  const reading = visit.reading(request.params, reply)
  checkReadable(request)
  for (const [name, value] of echoFields(request, visit, reply.formatter)) reply.add(name, value)
  let main = readParams(mainModule(wiki.modules), reading)
  if (main instanceof Promise) main = await main
  const asserts = main.assert !== undefined || main.assertuser !== undefined
  if (asserts) await checkAsserts(main, visit.user)

  const module = findModule(wiki.modules, main.action, visit.settings)
  let params = readParams(module, reading)
  if (params instanceof Promise) params = await params
  // From here on an error, too, may be kept as long as the client says.
  reply.cacheMode = module.mustBePosted || module.writes ? 'never' : 'private'
  const call = visit.call({ params, reply, reading, main: describeMain(wiki.modules) })
  if (module.token !== undefined) await checkToken(module, request, call)
  const permission = checkPermissions(module, request, call)
  if (permission) await permission
  if (!module.ignoresMaxLag) checkMaxLag(main.maxlag, visit.settings)
  if (module.version && (await isUnchanged(module, request, call))) {
    reply.leaveUnchanged()
    return undefined
  }
  checkMethod(request)
  checkPosted(module, request)
  checkContentType(request, reply)

  checkPostedParams(module, request)
  let value = module.answer(call)
  if (value instanceof Promise) value = await value
  if (value !== undefined) reply.add(module.name, value)

  const showsPage =
    typeof module.showsPage === 'function' ? module.showsPage(call) : module.showsPage
  const format = showsPage ? undefined : findFormat(request)
  checkUnknownParams(request, format, reply)
  // What is wrong with these is an error, although everything else has been done.
  let chosen = format && readFormat(format, reading)
  if (chosen instanceof Promise) chosen = await chosen
  reply.cacheMode = cacheModeOf(module, call)
  return chosen
}
