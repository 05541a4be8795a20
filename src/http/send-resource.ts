import { findResource } from '../resources/resources.ts'
import type { HttpRequest, HttpResponse } from './message.ts'

/** A year: an address says which version of a file it is. */
const maxAge = 31_536_000

/** Sends a file that pages load. */
export async function sendResource(
  name: string,
  request: HttpRequest,
): Promise<HttpResponse | undefined> {
  const resource = await findResource(name)
  if (resource === undefined) return undefined

  const takesGzip = /\bgzip\b/.test(request.header('accept-encoding') ?? '')
  return {
    status: 200,
    headers: [
      ['Content-Type', resource.type],
      ['Cache-Control', `public, max-age=${maxAge}, immutable`],
      ['Vary', 'Accept-Encoding'],
      ...(takesGzip ? [['Content-Encoding', 'gzip'] as const] : []),
    ],
    body: takesGzip ? resource.gzipped : resource.body,
  }
}
