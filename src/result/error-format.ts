import { type Message, type MessageParam, message } from '../messages/message.ts'
import { say } from '../messages/say.ts'
import type { Problem } from './problem.ts'
import { annotate, listOf, type ResultObject, type ResultValue } from './value.ts'

/** The values of the main parameter `errorformat`. */
export const errorFormats = ['plaintext', 'wikitext', 'html', 'raw', 'none', 'bc'] as const

/** How errors and warnings are spelled; `bc` is the way of MediaWiki up to 1.28, always in English. */
export type ErrorFormat = (typeof errorFormats)[number]

/** Spells errors, warnings and other messages as the client asked for them. */
export interface ErrorFormatter {
  /** The language that messages come out in: English for `bc`. */
  readonly language: string
  /** The code that a client reads, in the answer and in the header `MediaWiki-API-Error`. */
  codeOf(problem: Problem): string
  /** The top-level parts of an answer that is an error. */
  errors(problems: readonly Problem[]): [name: string, value: ResultValue][]
  /** The value of the top-level `warnings`. */
  warnings(problems: readonly Problem[]): ResultValue
  /** A reason inside an answer, such as why a login failed. */
  reason(code: string, why: Message): ResultValue
  /** One of several reasons inside an answer, such as why an account cannot be made. */
  status(code: string, why: Message): ResultValue
  /** What one reason is called where MediaWiki lists them together with warnings: for `bc` a warning. */
  readonly statusTag: 'error' | 'warning'
}

/** What an error formatter has to be told. */
export interface ErrorFormatOptions {
  readonly format: ErrorFormat
  readonly language: string
  /** The address of api.php, which every error points to. */
  readonly apiUrl: string
  /** Whether `code` says what MediaWiki up to 1.34 said, and `legacycode` what it says since. */
  readonly legacyCodes: boolean
}

/** Makes the formatter of one request. */
export function makeErrorFormatter(options: ErrorFormatOptions): ErrorFormatter {
  return options.format === 'bc' ? oldFormatter(options) : newFormatter(options, options.format)
}

function oldFormatter(options: ErrorFormatOptions): ErrorFormatter {
  const words = (text: Message): string => say(text, 'en', 'plaintext')
  return {
    language: 'en',
    codeOf: (problem) => codesOf(problem, options.legacyCodes).code,
    errors([first]) {
      if (first === undefined) return []
      const { code, ...legacy } = codesOf(first, options.legacyCodes)
      const info = words(first.message)
      const error = { code, info, ...first.data, ...legacy, docref: docref(options, 'en') }
      return [['error', annotate(error, { content: 'docref' })]]
    },
    warnings(problems) {
      const lines = new Map<string, string[]>()
      for (const { module, message } of problems) {
        const name = module.slice(module.lastIndexOf('+') + 1)
        lines.set(name, [...new Set([...(lines.get(name) ?? []), words(message)])])
      }
      // MediaWiki puts a module before those that have warned earlier.
      const entries = [...lines].reverse().map(([name, said]): [string, ResultValue] => {
        const text = { warnings: said.join('\n') }
        return [name, annotate(text, { content: 'warnings' })]
      })
      return new Map(entries)
    },
    reason: (_, why) => words(why).replaceAll('\n', ' '),
    status: (code, why) => ({
      message: why.key,
      params: listOf('param', why.params.map(spellParam)),
      code,
      type: 'error',
    }),
    statusTag: 'warning',
  }
}

function newFormatter(
  options: ErrorFormatOptions,
  format: Exclude<ErrorFormat, 'bc'>,
): ErrorFormatter {
  const { language } = options
  const spell = (problem: Problem): ResultObject => {
    const { code, ...legacy } = codesOf(problem, options.legacyCodes)
    const data = { ...problem.data, ...legacy }
    const text = spellMessage(problem.message, language, format)
    const rest = {
      ...(Object.keys(data).length > 0 && { data: annotate(data, { arrayType: 'assoc' }) }),
      module: problem.module,
    }
    return annotate({ code, ...text, ...rest }, contentOf(format))
  }
  const spellReason = (code: string, why: Message): ResultValue =>
    annotate({ code, ...spellMessage(why, language, format) }, contentOf(format))
  return {
    language,
    codeOf: (problem) => codesOf(problem, options.legacyCodes).code,
    errors: (problems) => [
      ['errors', listOf('error', problems.map(spell))],
      ['docref', docref(options, language)],
    ],
    warnings: (problems) => listOf('warning', unique(problems.map(spell))),
    reason: spellReason,
    status: spellReason,
    statusTag: 'error',
  }
}

function spellMessage(
  text: Message,
  language: string,
  format: Exclude<ErrorFormat, 'bc'>,
): ResultObject {
  switch (format) {
    case 'plaintext':
    case 'wikitext':
      return { text: say(text, language, format) }
    case 'html':
      return { html: say(text, language, format) }
    case 'raw':
      return { key: text.key, params: listOf('param', text.params.map(spellParam)) }
    case 'none':
      return {}
  }
}

/** A parameter of a message as `raw` shows it. */
export function spellParam(param: MessageParam): ResultValue {
  if (typeof param !== 'object') return param
  if ('message' in param) {
    const { key, params } = param.message
    return { message: { key, params: listOf('param', params.map(spellParam)) } }
  }
  if ('name' in param) return `<var>${param.name}</var>`
  if (!('list' in param)) return param
  const { list, type } = param
  if (list instanceof Map) {
    return { list: new Map([...list].map(([at, item]) => [at, spellParam(item)])), type }
  }
  return { list: [...list.values()].map(spellParam), type }
}

function contentOf(format: ErrorFormat): { content?: string } {
  if (format === 'html') return { content: 'html' }
  return format === 'plaintext' || format === 'wikitext' ? { content: 'text' } : {}
}

function codesOf(problem: Problem, swapped: boolean): { code: string; legacycode?: string } {
  const { code, legacyCode } = problem
  if (legacyCode === undefined) return { code }
  return swapped ? { code: legacyCode, legacycode: code } : { code, legacycode: legacyCode }
}

function docref({ apiUrl }: ErrorFormatOptions, language: string): string {
  return say(message('api-usage-docref', apiUrl), language, 'plaintext')
}

function unique(values: readonly ResultObject[]): ResultObject[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}
