import { findCurrent, findResource, type Resource } from '../resources/resources.ts'
import type { HttpRequest, HttpResponse } from './message.ts'

/** A year: an address says which version of a file it is. */
const maxAge = 31_536_000

/** Sends a file that pages load. */
export async function sendResource(
  name: string,
  request: HttpRequest,
): Promise<HttpResponse | undefined> {
  const resource = await findResource(name)
  return resource && send(resource, `public, max-age=${maxAge}, immutable`, request)
}

/** Sends the wiki's icon, under an address that is always the same. */
export async function sendIcon(request: HttpRequest): Promise<HttpResponse> {
  return send(await findCurrent('icon.svg'), 'public, max-age=86400', request)
}

function send(resource: Resource, cacheControl: string, request: HttpRequest): HttpResponse {
  const takesGzip = /\bgzip\b/.test(request.header('accept-encoding') ?? '')
  return {
    status: 200,
    headers: [
      ['Content-Type', resource.type],
      ['Cache-Control', cacheControl],
      ['Vary', 'Accept-Encoding'],
      ...(takesGzip ? [['Content-Encoding', 'gzip'] as const] : []),
    ],
    body: takesGzip ? resource.gzipped : resource.body,
  }
}
