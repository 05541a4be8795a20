import type { ApiRequest } from '../api/request.ts'
import { type Awaitable, withValue } from '../awaitable.ts'
import { RawParams } from '../params/raw-params.ts'
import type { SentParams } from '../params/sent-param.ts'
import { readCookies } from './cookies.ts'
import { type FormParams, FormReader, mostParams, readUrlencoded } from './form-params.ts'
import type { HttpRequest } from './message.ts'
import { type FormContent, readMultipart } from './multipart-params.ts'

/** Reads what a client asks, of the API or of a page; only a form with files has to be waited for. */
export function readRequest(request: HttpRequest): Awaitable<ApiRequest> {
  return withValue(readContent(request), (content) => makeRequest(request, content))
}

function makeRequest(request: HttpRequest, content: FormContent | 'too large'): ApiRequest {
  const { method, target, address, isPrompt } = request
  const mark = target.indexOf('?')
  const query = mark === -1 ? noParams : readUrlencoded(target, new FormReader(), mark + 1)
  const { params, files, lists } = content === 'too large' ? noContent : content
  const count = sizeOf(query) + sizeOf(params)
  const unreadable =
    content === 'too large' ? content : count > mostParams ? 'too many parameters' : undefined
  return {
    method,
    params: new RawParams(readable(query), readable(params), files, lists),
    cookies: readCookies(request.header('cookie')),
    header: (name) => request.header(name),
    address,
    isPrompt,
    unreadable,
  }
}

const noParams: SentParams = new Map()
const noContent: FormContent = new FormReader()

/** Only forms have parameters: any other body is nothing that anybody reads. */
function readContent(request: HttpRequest): Awaitable<FormContent | 'too large'> {
  const { method, body } = request
  if (body === 'too large') return body
  if (method !== 'POST' || body.length === 0) return noContent

  const contentType = request.header('content-type') ?? ''
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) {
    const reader = new FormReader()
    readUrlencoded(body.toString('latin1'), reader)
    return reader
  }
  const isMultipart = /^multipart\/form-data\b/i.test(contentType)
  return isMultipart ? readMultipart(body, contentType) : noContent
}

function readable(params: FormParams): SentParams {
  return typeof params === 'string' ? noParams : params
}

/** How many parameters there are, if they were not too many to be counted. */
function sizeOf(params: FormParams): number {
  return typeof params === 'string' ? Number.POSITIVE_INFINITY : params.size
}
