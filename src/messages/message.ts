import type { English } from './languages.ts'

/** The name of a text for people; MediaWiki's own, since `errorformat=raw` shows it to clients. */
export type MessageKey = keyof English

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
export interface Message {
  readonly key: MessageKey
  readonly params: readonly MessageParam[]
}

/** Makes a message out of its key and the values that go into it. */
export function message(key: MessageKey, ...params: readonly MessageParam[]): Message {
  return { key, params }
}

/** Marks text that somebody typed, so that no format takes it for markup. */
export function plaintext(text: string): MessageParam {
  return { plaintext: text }
}
