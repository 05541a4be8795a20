import { type Element, JSDOM } from 'jsdom'
import { normalText, type RunContext } from './normal-text.ts'

/** An element: its name, its attributes in order, and its text or the elements inside. */
type NormalElement = readonly [name: string, attributes: object, ...inside: unknown[]]

const messageElements = ['docref', 'error', 'html', 'reason', 'text', 'warning']
const messageAttributes = [
  'info',
  'reason',
  'invalidreason',
  'blockedtimestampformatted',
  'blockexpiryformatted',
  'blockexpiryrelative',
]
const ids = ['userid', 'local', 'blockid', 'blockedbyid']

/** Makes XML comparable: names and values stay in their order, prose becomes a marker. */
export function normalXml(text: string, context: RunContext): NormalElement {
  const { document } = new JSDOM(text, { contentType: 'text/xml' }).window
  return normalElement(document.documentElement, context, false)
}

function normalElement(element: Element, context: RunContext, isMessage: boolean): NormalElement {
  const attributes = element.getAttributeNames().map((name): [string, string] => {
    const value = element.getAttribute(name) ?? ''
    return [name, normalAttribute(name, value, context)]
  })
  const { localName, textContent } = element
  const saysSomething = textContent !== '' && (isMessage || messageElements.includes(localName))
  const text = saysSomething ? '<text>' : normalText(textContent, context)
  const inside =
    element.children.length === 0
      ? [text].filter((each) => each !== '')
      : [...element.children].map((child) =>
          // The old spelling of warnings names each after its module.
          normalElement(child, context, localName === 'warnings'),
        )
  return [localName, Object.fromEntries(attributes), ...inside]
}

function normalAttribute(name: string, value: string, context: RunContext): string {
  if (messageAttributes.includes(name)) return '<text>'
  if (name === 'blockedby') return '<name>'
  return ids.includes(name) && /^[1-9]\d*$/.test(value) ? '<id>' : normalText(value, context)
}
