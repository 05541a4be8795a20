import type { Step } from './conversation.ts'
import type { RunContext } from './normal-text.ts'
import { normalText } from './normal-text.ts'
import { normalValue } from './normal-value.ts'
import { shape } from './shape.ts'

/** Makes a body comparable: a value where it is JSON, a marker where it is a page. */
export function normalBody(
  body: string,
  contentType: string,
  compare: Step['compare'],
  context: RunContext,
): unknown {
  if (body === '') return ''
  if (compare === 'text') return normalText(body, context)

  const [, callback, argument] = /^\/\*\*\/([^(]*)\((.*)\)$/s.exec(body) ?? []
  if (callback !== undefined && argument !== undefined)
    return { [`/**/${callback}()`]: normalJson(argument, compare, context) }
  if (contentType.startsWith('application/json')) return normalJson(body, compare, context)
  return `<${contentType.split(';')[0]}>`
}

function normalJson(text: string, compare: Step['compare'], context: RunContext): unknown {
  const value: unknown = JSON.parse(text)
  return compare === 'shape' ? shape(value) : normalValue(value, context)
}
