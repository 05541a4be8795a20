import { registeredPreferences } from '../../auth/preferences/registered-preferences.ts'
import { userPreferences } from '../../auth/preferences/user-preferences.ts'
import { type MessageParam, message } from '../../messages/message.ts'
import type { PageCall } from '../page.ts'
import { readTimeZone } from './time-zones.ts'

const shownPreferences = ['language', 'gender', 'date', 'timecorrection'] as const

/** A preference that the form has a field for; of others that programs send, nothing is changed. */
export type ShownPreference = (typeof shownPreferences)[number]

/** What was sent of the form. */
export interface Wishes {
  readonly values: ReadonlyMap<string, string>
  /** `undefined` if it is to stay. */
  readonly realName: string | undefined
}

/** Reads what was sent for the preferences that somebody has. */
export async function readWishes(
  stored: ReadonlyMap<string, string>,
  call: PageCall,
): Promise<Wishes> {
  const { params, user, settings, sources, language } = call
  const registered = registeredPreferences({
    settings,
    rights: await user.rights(),
    preferences: userPreferences(stored, sources),
    language,
  })
  const values = shownPreferences.flatMap((name) => {
    const sent = name === 'timecorrection' ? readTimeZone(call) : params.peekText(`wp${name}`)
    return sent === undefined || !registered.has(name) ? [] : [[name, sent] as const]
  })
  const isNameKept = !(await mayChangeRealName(call))
  return {
    values: new Map(values),
    realName: isNameKept ? undefined : params.peekText('wprealname')?.trim(),
  }
}

/** Tells whether the visitor has a real name to change. */
export async function mayChangeRealName({ settings, user }: PageCall): Promise<boolean> {
  return !settings.HiddenPrefs.includes('realname') && (await user.may('editmyprivateinfo'))
}

const mostBytes = 255

/** Says why a real name cannot be kept. */
export function whyNotRealName(realName: string | undefined): MessageParam | undefined {
  const isTooLong = Buffer.byteLength(realName ?? '') > mostBytes
  return isTooLong ? { message: message('pages-preferences-realname-long') } : undefined
}
