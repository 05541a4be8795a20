import type { Description } from '../../auth/manager/auth-request.ts'
import type { MessageParam } from '../../messages/message.ts'
import { escapeHtml, say } from '../../messages/say.ts'
import { spellParam } from '../../result/error-format.ts'
import type { ResultValue } from '../../result/value.ts'

/** The values of the parameter `messageformat`. */
export const messageFormats = ['html', 'wikitext', 'raw', 'none'] as const

/** How what is said to a person is spelled. */
export type MessageFormat = (typeof messageFormats)[number]

/** Spells what is said to a person as a client asked for it; `undefined` where no words are wanted. */
export type MessageSpeller = (said: Description) => ResultValue | undefined

/** Makes the speller of one request. */
export function messageSpeller(format: MessageFormat, language: string): MessageSpeller {
  switch (format) {
    case 'none':
      return () => undefined
    case 'raw':
      return (said) => spellRaw(said, language)
    case 'html':
      return (said) =>
        'key' in said ? paragraphs(say(said, language, format)) : escapeHtml(said.text ?? '')
    case 'wikitext':
      return (said) => ('key' in said ? say(said, language, format) : (said.text ?? ''))
  }
}

/** A text without a key is the only parameter of a message that has nothing else. */
function spellRaw(said: Description, language: string): ResultValue {
  if (!('key' in said)) return { key: '$1', params: [said.text] }
  return { key: said.key, params: said.params.map((param) => spellRawParam(param, language)) }
}

/** A message in a message is said at once, unlike in errors. */
function spellRawParam(param: MessageParam, language: string): ResultValue {
  const isMessage = typeof param === 'object' && 'message' in param
  return isMessage ? say(param.message, language, 'html') : spellParam(param)
}

/** One paragraph goes without its tags, as MediaWiki has it. */
function paragraphs(html: string): string {
  const parts = html.split('\n\n')
  return parts.length === 1 ? html : parts.map((part) => `<p>${part}\n</p>`).join('')
}
