import { ClientError } from '../client/client-error.ts'
import { Rejection } from './api-promise.ts'
import { makeXhr } from './xhr.ts'

/** The reason of what was given up by `abort()`. */
export const givenUp = new Error('Given up')

/** What MediaWiki's scripts get to hear of a request that failed. */
export function readFailure(error: unknown): Rejection {
  if (error instanceof Rejection) return error
  if (error === givenUp) {
    const xhr = makeXhr(undefined, { why: 'abort' })
    return new Rejection(['http', { xhr, textStatus: 'abort', exception: 'abort' }])
  }
  // A signal's own reason, or a mistake of ours.
  if (!(error instanceof ClientError)) return new Rejection([error, error])

  const { code, response, body, text, cause } = error
  if (response === undefined) return noAnswer(cause)
  const xhr = makeXhr(response, { text, body })
  if (!response.ok) {
    return new Rejection(['http', { xhr, textStatus: 'error', exception: response.statusText }])
  }
  if (code === 'http') {
    return new Rejection(['http', { xhr, textStatus: 'parsererror', exception: cause }])
  }
  if (code === 'ok-but-empty') return new Rejection([code, emptyAnswer, body, xhr])
  if (code === 'query-missing' || code === 'token-missing') return new Rejection([code, body])
  return new Rejection([code, body, body, xhr])
}

/** What stands for an answer that was empty. */
export const emptyAnswer = 'the answer is empty'

function noAnswer(cause: unknown): Rejection {
  const isLate = cause instanceof DOMException && cause.name === 'TimeoutError'
  const textStatus = isLate ? 'timeout' : 'error'
  const xhr = makeXhr(undefined, { why: textStatus })
  return new Rejection(['http', { xhr, textStatus, exception: isLate ? 'timeout' : '' }])
}
