import { message } from '../messages/message.ts'
import { type Problem, warning } from '../result/problem.ts'
import type { ResultMap } from '../result/value.ts'
import type { Format, FormatParams } from './format.ts'
import { elementOf, type XmlElement } from './xml-element.ts'

/** The answer as XML: plain values are attributes, all others elements. */
export const xml: Format = {
  name: 'xml',
  kind: { contentType: 'text/xml', fileName: 'api-result.xml' },
  params: {
    xslt: { type: 'string' },
    includexmlnamespace: { type: 'boolean' },
  },
  warnings: (params) => xmlWarnings('xml', params),
  print: (value, params) => ({ body: spellXml(value, params, 'line') }),
}

/** A style sheet could be anybody's program: who asks for one hears that there is none. */
export function xmlWarnings(name: string, { xslt }: FormatParams): readonly Problem[] {
  return xslt === undefined ? [] : [warning(name, message('apiwarn-xslt-disabled'))]
}

/** Spells an answer as XML, in one line or laid out for people. */
export function spellXml(
  value: ResultMap,
  { includexmlnamespace }: FormatParams,
  layout: 'line' | 'indented',
): string {
  const { attributes, ...root } = elementOf('api', value)
  const namespace = ['xmlns', 'http://www.mediawiki.org/xml/api/'] as const
  const all = includexmlnamespace === true ? [...attributes, namespace] : attributes
  const margin = layout === 'line' ? undefined : '\n'
  return `<?xml version="1.0"?>${spell({ ...root, attributes: all }, margin)}`
}

/** `margin` is the line break and the spaces that stand before the element. */
function spell({ name, attributes, text = '', children }: XmlElement, margin?: string): string {
  const before = margin ?? ''
  const start = `${before}<${name}${attributes.map(spellAttribute).join('')}`
  if (text !== '') return `${start}>${escapeText(text)}</${name}>`
  if (children.length === 0) return `${start} />`

  const inner = margin === undefined ? undefined : `${margin}  `
  return `${start}>${children.map((child) => spell(child, inner)).join('')}${before}</${name}>`
}

function spellAttribute([name, value]: readonly [string, string]): string {
  const escaped = allowed(value).replace(/[<>&"'\t\n\r]/g, escapeSign)
  return ` ${name}="${escaped}"`
}

/** A carriage return would be read as a line feed. */
function escapeText(text: string): string {
  return allowed(text).replace(/[<>&\r]/g, escapeSign)
}

const named: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#039;',
}

function escapeSign(sign: string): string {
  return named[sign] ?? `&#${sign.charCodeAt(0)};`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this looks for
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** What XML has no way to say, not even escaped, becomes U+FFFD. */
function allowed(text: string): string {
  return text.toWellFormed().replace(notInXml, '\ufffd')
}
