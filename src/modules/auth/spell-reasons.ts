import { listReasons, type Reasons } from '../../auth/manager/auth-response.ts'
import { Html, html } from '../../messages/html.ts'
import type { Message } from '../../messages/message.ts'
import { say } from '../../messages/say.ts'
import type { ResultValue } from '../../result/value.ts'
import { type MessageFormat, messageSpeller } from './spell-message.ts'

/** Spells why something is not to be: several reasons are a list, which MediaWiki makes a message of. */
export function spellReasons(
  why: Reasons,
  format: MessageFormat,
  language: string,
): ResultValue | undefined {
  const [only, ...others] = listReasons(why)
  if (only !== undefined && others.length === 0) return messageSpeller(format, language)(only)

  const all = listReasons(why)
  const texts = (as: 'html' | 'wikitext'): readonly string[] =>
    all.map((reason) => say(reason, language, as))
  switch (format) {
    case 'none':
      return undefined
    case 'raw':
      return { key: listKey(all), params: texts('html') }
    case 'wikitext':
      return texts(format)
        .map((text) => `* ${text}`)
        .join('\n')
    case 'html': {
      const items = texts(format).map((text) => html`<li>${new Html(text)}</li>`)
      return String(html`<ul>${items}</ul>`)
    }
  }
}

/** Messages of MediaWiki's pages that programs know by another name. */
const codes: Readonly<Record<string, string>> = {
  actionthrottledtext: 'ratelimited',
  autoblockedtext: 'autoblocked',
  blockedtext: 'blocked',
  'blockedtext-composite': 'blocked',
  'blockedtext-partial': 'blocked',
  noname: 'invaliduser',
  readonlytext: 'readonly',
}

/** The code that a program reads: the key of the message, with `_` for what no code may have. */
export function codeOf(why: Reasons): string {
  const all = listReasons(why)
  const [only] = all
  const key = only !== undefined && all.length === 1 ? only.key : listKey(all)
  if (Object.hasOwn(codes, key)) return codes[key] ?? key
  return key.replace(/^api(?:warn|error)-/, '').replace(/[^a-zA-Z0-9_-]/g, '_')
}

function listKey(all: readonly Message[]): string {
  return all.map((_, index) => `* $${index + 1}`).join('\n')
}
