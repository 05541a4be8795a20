import { partsOf } from '../client/problems.ts'
import { emptyAnswer } from './failure.ts'

/** What people are told of a failure, as a list of elements, with the two methods of jQuery's that are used on it. */
export interface ErrorMessage extends ReadonlyArray<HTMLElement> {
  text(): string
  html(): string
}

type Say = (key: string, ...params: readonly unknown[]) => string

/** Says what went wrong, from the second value that `fail` gets. */
export function errorMessage(details: unknown, say: Say): ErrorMessage {
  const elements = textsOf(details, say).map((text) => {
    const element = document.createElement('div')
    element.textContent = text
    return element
  })
  return Object.assign(elements, {
    text: () => elements.map(({ textContent }) => textContent).join(''),
    html: () => elements[0]?.innerHTML ?? '',
  })
}

function textsOf(details: unknown, say: Say): readonly string[] {
  if (details instanceof DOMException) return [say(keyOf(details.name))]
  const { xhr, textStatus, error, errors } = partsOf(details)
  if (xhr !== undefined || textStatus !== undefined) return [sayTransport(textStatus, xhr, say)]
  if (error !== undefined) return [String(partsOf(error)['info'])]
  if (Array.isArray(errors) && details !== emptyAnswer) return errors.map(textOfError)
  return [say('api-clientside-error-invalidresponse')]
}

function keyOf(name: string): string {
  return name === 'TimeoutError' ? 'api-clientside-error-timeout' : 'api-clientside-error-aborted'
}

function sayTransport(textStatus: unknown, xhr: unknown, say: Say): string {
  if (textStatus === 'timeout') return say('api-clientside-error-timeout')
  if (textStatus === 'abort') return say('api-clientside-error-aborted')
  if (textStatus === 'parsererror') return say('api-clientside-error-invalidresponse')

  const { status } = partsOf(xhr)
  return status ? say('api-clientside-error-http', status) : say('api-clientside-error-noconnect')
}

// What a wiki sends as HTML is read as such, and shown as text: nothing in it comes to life.
function textOfError(error: unknown): string {
  const { html, text, '*': older, code } = partsOf(error)
  const markup = html ?? older
  if (typeof markup !== 'string') return String(text ?? code)
  return new DOMParser().parseFromString(markup, 'text/html').body.textContent ?? ''
}
