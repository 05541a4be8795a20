import type { Call, Module } from '../modules/module.ts'
import type { ApiRequest } from './request.ts'

/**
 * Tells whether the client has the answer already (RFC 9110, section 13), and tells the client what
 * to ask with next time. Only modules that know of what they tell when it changed can say so.
 */
export async function isUnchanged(
  module: Module,
  { method, header }: ApiRequest,
  call: Call,
): Promise<boolean> {
  const version = await module.version?.(call)
  if (version === undefined || !['GET', 'HEAD'].includes(method)) return false

  const { etag, modified } = version
  if (etag !== undefined) call.reply.addHeader('ETag', etag)
  if (modified !== undefined) call.reply.addHeader('Last-Modified', modified.toUTCString())

  const known = header('if-none-match')
  // Which entity tag the client has says more than when it asked.
  if (known !== undefined) return known.trim() === '*' || namesTag(known, etag)
  const since = Date.parse(header('if-modified-since') ?? '')
  return modified !== undefined && Math.floor(modified.getTime() / 1000) * 1000 <= since
}

function namesTag(known: string, etag: string | undefined): boolean {
  const tags = known.split(',').map((tag) => opaque(tag.trim()))
  return etag !== undefined && tags.includes(opaque(etag))
}

/** A weak tag is as good as a strong one for telling that nothing has changed. */
function opaque(tag: string): string {
  return tag.replace(/^W\//, '')
}
