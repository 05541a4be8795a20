import { type MessageKey, type MessageParam, message } from '../../messages/message.ts'
import { say } from '../../messages/say.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Preferences, PreferenceValue } from './default-preferences.ts'
import { isWellFormed } from './well-formed.ts'

/** Whose preferences they are, and where. */
export interface PreferenceOwner {
  readonly settings: Settings
  readonly rights: ReadonlySet<string>
  /** As they are at this moment: one decides what another may be. */
  readonly preferences: Preferences
  /** The language in which the reason for a refusal is said. */
  readonly language: string
}

/** Says why a preference cannot be what somebody wants it to be, or `undefined` if it can. */
export type PreferenceRule = (value: string, owner: PreferenceOwner) => MessageParam | undefined

/** For what is on or off, and for what programs keep for themselves: anything goes. */
export const anything: PreferenceRule = () => undefined

/** For what only stands among the preferences to be read. */
export const nothing: PreferenceRule = () => because('apiwarn-validationfailed-cannotset')

/** One of several words. */
export function oneOf(words: (owner: PreferenceOwner) => readonly string[]): PreferenceRule {
  return (value, owner) =>
    words(owner).includes(value) ? undefined : because('htmlform-select-badoption')
}

/** A number as HTML writes it, or nothing. */
export function numberFrom(least: number, most: number): PreferenceRule {
  return (value) => {
    const number = phpTrim(value)
    if (number === '') return undefined
    if (!/^[+-]?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(number))
      return because('htmlform-float-invalid')
    if (Number(number) < least) return because('htmlform-int-toolow', least)
    return Number(number) > most ? because('htmlform-int-toohigh', most) : undefined
  }
}

/** A whole number, or nothing. */
export function wholeNumberFrom(least: number, most: number): PreferenceRule {
  const inRange = numberFrom(least, most)
  return (value, owner) => {
    const isWhole = /^(?:[+-]?\d+)?$/.test(phpTrim(value))
    return inRange(value, owner) ?? (isWhole ? undefined : because('htmlform-int-invalid'))
  }
}

/** What stands for the user's name under what he writes: if it is wikitext, its markup has to end. */
export const signature: PreferenceRule = (value, { settings, preferences, language }) => {
  const { MaxSigChars } = settings
  // MediaWiki says these as finished text, and not as messages.
  if ([...value].length > MaxSigChars) {
    return say(message('badsiglength', { num: MaxSigChars }), language, 'html')
  }
  const isKept = value === '' || value === preferences.get('nickname')
  if (isKept || !isOn(preferences.get('fancysig')) || isWellFormed(value)) return undefined
  return say(message('badsig'), language, 'html')
}

/** Tells whether a preference counts as on: `"0"` is off, as in PHP. */
export function isOn(value: PreferenceValue | undefined): boolean {
  return Boolean(value) && value !== '0'
}

function because(key: MessageKey, ...params: readonly MessageParam[]): MessageParam {
  return { message: message(key, ...params) }
}

function phpTrim(text: string): string {
  return text.replace(/^[ \n\r\t\v\0]+/, '').replace(/(?<![ \n\r\t\v\0])[ \n\r\t\v\0]+$/, '')
}
