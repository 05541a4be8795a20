import { partsOf } from '../client/parts-of.ts'
import { plainText } from '../client/plain-text.ts'
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

// In format version 1 whatever a wiki says is under `*`, and MediaWiki takes it for HTML here.
function textOfError(error: unknown): string {
  const { html, text, '*': older, code } = partsOf(error)
  const markup = html ?? older
  return typeof markup === 'string' ? plainText(markup) : String(text ?? code)
}
