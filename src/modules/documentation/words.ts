import { isMessageKey } from '../../messages/languages.ts'
import type { Message, MessageKey, MessageParam, OwnWords } from '../../messages/message.ts'
import { escapeWikitext, ownText, say } from '../../messages/say.ts'

/** A sentence or two that document something: a message by its key, or a program's own words. */
export interface Words {
  /** The key that it has, or would have, among messages. */
  readonly key: string
  readonly params: readonly MessageParam[]
  readonly own?: OwnWords | undefined
  /** The value of a parameter that it is about, as wiki markup. */
  readonly forValue?: string
  /** Whether it is about something that nobody should use any more, or nobody but us. */
  readonly label?: 'deprecated' | 'internal' | undefined
}

/** Puts words into wiki markup; empty where there are none. */
export function sayWords({ key, params, own, label }: Words, language: string): string {
  const text =
    own === undefined ? sayKey(key, params, language) : escapeWikitext(ownText(own, language))
  if (label === undefined || text === '') return text
  const warning = sayKey(`api-help-param-${label}-label`, [], language)
  return `<span class="apihelp-${label}">${warning}</span> ${text}`
}

/** The words of a summary as it is declared, with what messages of MediaWiki's documentation are told. */
export function wordsOf(
  summary: MessageKey | Message | OwnWords,
  key: string,
  params: readonly MessageParam[],
): Words {
  if (typeof summary === 'string') return { key: summary, params }
  return isMessage(summary)
    ? { key: summary.key, params: [...summary.params, ...params] }
    : { key, params, own: summary }
}

function isMessage(summary: Message | OwnWords): summary is Message {
  return Array.isArray(summary['params'])
}

function sayKey(key: string, params: readonly MessageParam[], language: string): string {
  return isMessageKey(key) ? say({ key, params }, language, 'wikitext') : ''
}
