import type { SentParam } from '../request/build-request.ts'
import { joinValues, splitValues } from '../request/list-values.ts'
import { quoteJavaScript } from './quote.ts'
import { shownValue } from './shown-value.ts'

/** Spells a value of an object of JavaScript. */
export type SpellValue = (param: SentParam) => string

/** Spells parameters as the lines of an object of JavaScript. */
export function javaScriptParams(
  params: readonly SentParam[],
  spell: SpellValue,
  indent = '  ',
): string {
  return params.map((param) => `${indent}${key(param.name)}: ${spell(param)},\n`).join('')
}

/** A value as it is sent. */
export const asText: SpellValue = (param) => quoteJavaScript(shownValue(param))

/** Several values as a list, which clients of MediaWiki spell themselves. */
export const asList: SpellValue = (param) => {
  const text = shownValue(param)
  const values = splitValues(text)
  const isList =
    param.shown?.info.multi === true && values.length > 1 && joinValues(values) === text
  return isList ? `[${values.map(quoteJavaScript).join(', ')}]` : asText(param)
}

/** Only between brackets does every name stand for itself. */
function key(name: string): string {
  if (name === '__proto__') return "['__proto__']"
  return /^[a-z_]\w*$/i.test(name) ? name : quoteJavaScript(name.toWellFormed())
}
