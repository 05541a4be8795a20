import type { ApiRequest } from '../api/request.ts'
import { RawParams } from '../params/raw-params.ts'
import { readCookies } from './cookies.ts'
import { type FormParams, mostParams, readUrlencoded } from './form-params.ts'
import type { HttpRequest } from './message.ts'
import { readMultipart } from './multipart-params.ts'

/** Reads what a client asks of the API. */
export async function readRequest(request: HttpRequest): Promise<ApiRequest> {
  const { method, target, address } = request
  const mark = target.indexOf('?')
  const query = mark === -1 ? new Map() : readUrlencoded(target.slice(mark + 1))
  const body = await readBody(request)
  const both = [query, body]
  const count = both.reduce(
    (sum, params) => sum + (typeof params === 'string' ? 0 : params.size),
    0,
  )
  const isTooMany = both.includes('too many parameters') || count > mostParams
  const unreadable = body === 'too large' ? body : isTooMany ? 'too many parameters' : undefined
  return {
    method,
    params: new RawParams(readable(query), readable(body)),
    cookies: readCookies(request.header('cookie')),
    header: (name) => request.header(name),
    address,
    unreadable,
  }
}

/** Only forms have parameters: any other body is none of the API's. */
async function readBody(request: HttpRequest): Promise<FormParams | 'too large'> {
  const { method, body } = request
  if (body === 'too large') return body
  const contentType = request.header('content-type') ?? ''
  if (method !== 'POST' || body.length === 0) return new Map()
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) {
    return readUrlencoded(body.toString('latin1'))
  }
  const isMultipart = /^multipart\/form-data\b/i.test(contentType)
  return isMultipart ? readMultipart(body, contentType) : new Map()
}

function readable(params: FormParams | 'too large'): Exclude<FormParams, string> {
  return typeof params === 'string' ? new Map() : params
}
