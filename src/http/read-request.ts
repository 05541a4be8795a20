import type { ApiRequest } from '../api/request.ts'
import { RawParams } from '../params/raw-params.ts'
import { readCookies } from './cookies.ts'
import { type FormParams, FormReader, mostParams, readUrlencoded } from './form-params.ts'
import type { HttpRequest } from './message.ts'
import { type FormContent, readMultipart } from './multipart-params.ts'

/** Reads what a client asks, of the API or of a page. */
export async function readRequest(request: HttpRequest): Promise<ApiRequest> {
  const { method, target, address } = request
  const mark = target.indexOf('?')
  const query = mark === -1 ? new Map() : readUrlencoded(target.slice(mark + 1))
  const body = await readContent(request)
  const { params, files, lists } = body === 'too large' ? noContent : body
  const count = sizeOf(query) + sizeOf(params)
  const unreadable =
    body === 'too large' ? body : count > mostParams ? 'too many parameters' : undefined
  return {
    method,
    params: new RawParams(readable(query), readable(params), files, lists),
    cookies: readCookies(request.header('cookie')),
    header: (name) => request.header(name),
    address,
    unreadable,
  }
}

const noContent: FormContent = new FormReader()

/** Only forms have parameters: any other body is nothing that anybody reads. */
async function readContent(request: HttpRequest): Promise<FormContent | 'too large'> {
  const { method, body } = request
  if (body === 'too large') return body
  const contentType = request.header('content-type') ?? ''
  if (method !== 'POST' || body.length === 0) return noContent
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) {
    const reader = new FormReader()
    readUrlencoded(body.toString('latin1'), reader)
    return reader
  }
  const isMultipart = /^multipart\/form-data\b/i.test(contentType)
  return isMultipart ? readMultipart(body, contentType) : noContent
}

function readable(params: FormParams): Exclude<FormParams, string> {
  return typeof params === 'string' ? new Map() : params
}

/** How many parameters there are, if they were not too many to be counted. */
function sizeOf(params: FormParams): number {
  return typeof params === 'string' ? Number.POSITIVE_INFINITY : params.size
}
