import type { Step } from '../conversation.ts'
import { readJson } from '../read-json.ts'
import { shape } from '../shape.ts'
import { helpOutline, isHelpPage } from './normal-help.ts'
import { findAnswerPage } from './normal-page.ts'
import { readPhpAnswer } from './normal-php.ts'
import type { RunContext } from './normal-text.ts'
import { normalText } from './normal-text.ts'
import { normalValue } from './normal-value.ts'
import { normalXml } from './normal-xml.ts'

/** A body that is not what its content type says. */
const broken = '<broken>'

/** Makes a body comparable: a value where it is JSON, a marker where it is a page. */
export function normalBody(
  body: string,
  contentType: string,
  compare: Step['compare'],
  context: RunContext,
): unknown {
  if (body === '') return ''
  if (isHelpPage(body)) return normalValue(helpOutline(body), context)
  if (body.includes('class=\\"api-pretty-content\\"')) return normalWrapped(body, compare, context)
  if (body.includes('class="api-pretty-content"')) return normalPage(body, compare, context)
  return normalContent(body, contentType, compare, context)
}

/** A page that shows an answer. */
function normalPage(body: string, compare: Step['compare'], context: RunContext): unknown {
  const page = findAnswerPage(body)
  if (page === undefined) return '<text/html>'
  const { facts, content } = page
  const { plain, ...rest } = facts
  return {
    ...rest,
    ...(typeof plain === 'string' ? { plain: normalText(plain, context) } : {}),
    content: normalShown(content, compare, context),
  }
}

/** The part of such a page that a script asked for. */
function normalWrapped(body: string, compare: Step['compare'], context: RunContext): unknown {
  const wrapper = readJson(body)
  if (!isWrapper(wrapper)) return broken
  const { html, time, ...rest } = wrapper
  const page = findAnswerPage(html)
  const content = page?.content ?? ''
  return {
    ...rest,
    time: typeof time,
    html: normalShown(content, compare, context),
  }
}

function isWrapper(value: unknown): value is { readonly html: string; readonly time: unknown } {
  return (
    typeof value === 'object' && value !== null && 'html' in value && typeof value.html === 'string'
  )
}

/** What a page shows; its lines where every character counts. */
function normalShown(content: string, compare: Step['compare'], context: RunContext): unknown {
  return compare === 'text'
    ? normalText(content, context).split('\n')
    : normalContent(content, contentTypeOf(content), compare, context)
}

/** A page does not say what its content is. */
function contentTypeOf(content: string): string {
  if (content.startsWith('<?xml')) return 'text/xml'
  return /^[{[/]/.test(content) ? 'application/json' : 'application/vnd.php.serialized'
}

function normalContent(
  body: string,
  contentType: string,
  compare: Step['compare'],
  context: RunContext,
): unknown {
  if (compare === 'text') return normalText(body, context)

  const [, callback, argument] = /^\/\*\*\/([^(]*)\((.*)\)$/s.exec(body) ?? []
  if (callback !== undefined && argument !== undefined)
    return { [`/**/${callback}()`]: normalJson(argument, compare, context) }
  if (contentType.startsWith('application/json')) return normalJson(body, compare, context)
  if (contentType.startsWith('text/xml')) return normalXml(body, context) ?? broken
  if (contentType.startsWith('application/vnd.php.serialized')) {
    const value = readPhpAnswer(body)
    return value === undefined ? broken : normalValue(value, context)
  }
  return `<${contentType.split(';')[0]}>`
}

function normalJson(text: string, compare: Step['compare'], context: RunContext): unknown {
  const value = readJson(text)
  if (value === undefined) return broken
  return compare === 'shape' ? shape(value) : normalValue(value, context)
}
