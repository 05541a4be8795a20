import type { English } from './languages.ts'

/** The name of a text for people; MediaWiki's own, since `errorformat=raw` shows it to clients. */
export type MessageKey = keyof English

/** The key of several messages in one: their list, which is text already. */
export type ListKey = `* $1\n* $2${string}`

/** A value put into a text, in the shapes that `errorformat=raw` shows. */
export type MessageParam =
  | string
  | number
  /** A text of its own, such as the name of an action. */
  | { readonly message: Message }
  /** What somebody typed: never read as markup. */
  | { readonly plaintext: string | number }
  /** What something is called on the wire, which texts set apart. */
  | { readonly name: string }
  /** Empty where a range has no end. */
  | { readonly num: number | '' }
  /** In seconds. */
  | { readonly duration: number }
  /** A map keeps positions that have gaps, as in the list of unrecognised parameters. */
  | {
      readonly list: readonly MessageParam[] | ReadonlyMap<string, MessageParam>
      readonly type: 'comma' | 'text'
    }

/** Something to be said to a person, before anyone knows in which language. */
export type Message = KnownMessage | OwnMessage

/** A text of the message files, or several of them. */
export interface KnownMessage {
  readonly key: MessageKey | ListKey
  readonly params: readonly MessageParam[]
}

/** A text that a program brings, under a key of its own, which programs that ask for raw messages see. */
export interface OwnMessage {
  readonly key: string
  readonly params: readonly MessageParam[]
  readonly own: OwnWords
}

/** Words of a program that are not in our message files, by language. */
export interface OwnWords {
  readonly en: string
  readonly [language: string]: string
}

/** Makes a message out of its key and the values that go into it. */
export function message(key: MessageKey, ...params: readonly MessageParam[]): KnownMessage {
  return { key, params }
}

/** Makes a message out of a program's own words, in which `$1` and so on stand for the values. */
export function ownMessage(
  key: string,
  own: OwnWords,
  ...params: readonly MessageParam[]
): OwnMessage {
  return { key, params, own }
}

/** Marks text that somebody typed, so that no format takes it for markup. */
export function plaintext(text: string): MessageParam {
  return { plaintext: text }
}

/** Makes one message of several: a list, unless there is only one. */
export function listMessage(messages: readonly Message[]): Message {
  const [first, second, ...others] = messages
  if (first === undefined) throw new RangeError('Cannot list messages: there are none')
  if (second === undefined) return first

  const more = others.map((_, index) => `\n* $${index + 3}`).join('')
  const params = messages.map((each) => ({ message: each }))
  return { key: `* $1\n* $2${more}`, params }
}

/** Tells the key of a list from those of texts. */
export function isListKey(key: string): key is ListKey {
  return key.startsWith('* $1\n')
}
