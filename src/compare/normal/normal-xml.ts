import { childrenOf, type Markup, readMarkup, textOf } from '../read-markup.ts'
import { isSentence, normalText, type RunContext } from './normal-text.ts'

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
const ids = ['userid', 'userID', 'byid', 'local', 'blockid', 'blockedbyid']

/** What is told by the number of a row, under the key `id`. */
const numbered = ['block', 'unblock', 'page']

/** Makes XML comparable: names and values stay in their order, prose becomes a marker. */
export function normalXml(text: string, context: RunContext): NormalElement | undefined {
  const [root] = childrenOf(readMarkup(text))
  return root && normalElement(root, context, false)
}

function normalElement(element: Markup, context: RunContext, isMessage: boolean): NormalElement {
  const attributes = [...element.attributes].map(([name, value]): [string, string] => {
    const isId = name === 'id' && numbered.includes(element.name) && value !== '0'
    return [name, isId ? '<id>' : normalAttribute(name, value, context)]
  })
  const { name } = element
  const children = childrenOf(element)
  const content = textOf(element)
  const saysSomething = content !== '' && (isMessage || messageElements.includes(name))
  const text = saysSomething ? '<text>' : normalText(content, context)
  const inside =
    children.length === 0
      ? [text].filter((each) => each !== '')
      : // The old spelling of warnings names each after its module.
        children.map((child) => normalElement(child, context, name === 'warnings'))
  return [name, Object.fromEntries(attributes), ...inside]
}

function normalAttribute(name: string, value: string, context: RunContext): string {
  if (messageAttributes.includes(name)) return '<text>'
  if (name === 'blockedby') return '<name>'
  // That is a wiki's own reason, as for several blocks at once.
  if (name === 'blockreason' && isSentence(value)) return '<text>'
  return ids.includes(name) && /^[1-9]\d*$/.test(value) ? '<id>' : normalText(value, context)
}
