import { registeredPreferences } from '../../auth/preferences/registered-preferences.ts'
import { userPreferences } from '../../auth/preferences/user-preferences.ts'
import { type Html, html } from '../../messages/html.ts'
import type { MessageKey, MessageParam } from '../../messages/message.ts'
import { buttons } from '../forms/buttons.ts'
import { errorSummary, type WrongField } from '../forms/error-summary.ts'
import { fieldSet } from '../forms/field-set.ts'
import { form } from '../forms/form.ts'
import { notice } from '../forms/notice.ts'
import { selectField } from '../forms/select-field.ts'
import { openControl, selectOrOther } from '../forms/select-or-other.ts'
import { textField } from '../forms/text-field.ts'
import type { PageCall } from '../page.ts'
import { sayMessage } from '../say-message.ts'
import { accountLinks } from './account-links.ts'
import { dateChoices, genderChoices, type ListedChoices, languageChoices } from './choices.ts'
import { mayChangeRealName, type ShownPreference } from './read-wishes.ts'
import { timeZoneChoices } from './time-zones.ts'

/** What the form of preferences shows. */
export interface PreferencesFormParts {
  /** What somebody has chosen. */
  readonly stored: ReadonlyMap<string, string>
  readonly isSaved?: boolean
  /** Why nothing was saved. */
  readonly problem?: MessageKey
  /** What is wrong, by preference. */
  readonly problems?: ReadonlyMap<string, MessageParam>
}

/** Makes the form of preferences; what was sent and not saved stays in it. */
export async function preferencesForm(parts: PreferencesFormParts, call: PageCall): Promise<Html> {
  const { say, addressOf } = call
  const title = 'Special:Preferences'
  const body = [
    fieldSet(say('prefs-info'), [await realNameField(parts, call), ...(await accountLinks(call))]),
    fieldSet(say('prefs-i18n'), await choices(parts, call)),
    buttons({ label: say('saveprefs'), id: 'prefcontrol' }),
    html`<p><a href="${addressOf(`${title}/reset`)}">${say('restoreprefs')}</a></p>`,
  ]
  return html`${parts.isSaved ? notice('success', say('savedprefs')) : undefined}${
    parts.problem && notice('error', say(parts.problem))
  }${errorSummary(
    wrongFields(parts, call),
    call,
  )}${form({ title, id: 'mw-prefs-form', body }, call)}`
}

function wrongFields(
  { problems = new Map() }: PreferencesFormParts,
  call: PageCall,
): readonly WrongField[] {
  return Object.entries(labels).flatMap(([name, label]) => {
    const { id, error } = named(name, problems, call)
    const control = openControl({ id, value: call.field(`wp${name}`) })
    return error === undefined ? [] : [{ id: control, label: call.say(label), error }]
  })
}

async function realNameField(
  { problems }: PreferencesFormParts,
  call: PageCall,
): Promise<Html | undefined> {
  if (!(await mayChangeRealName(call))) return undefined

  const { say, params, user } = call
  const value = params.peekText('wprealname') ?? (await user.account())?.realName ?? ''
  return textField({
    ...named('realname', problems, call),
    label: say(labels.realname),
    help: say('prefs-help-realname'),
    value,
    maxLength: 255,
    autocomplete: 'name',
  })
}

async function choices(
  { stored, problems }: PreferencesFormParts,
  call: PageCall,
): Promise<readonly Html[]> {
  const { settings, sources, user, language, params, say } = call
  const preferences = userPreferences(stored, sources)
  const rights = await user.rights()
  const registered = registeredPreferences({ settings, rights, preferences, language })
  const chosen = (name: ShownPreference): string =>
    params.peekText(`wp${name}`) ?? String(preferences.get(name) ?? '')
  const fields: Record<'language' | 'gender' | 'date', () => ListedChoices> = {
    language: () => languageChoices(chosen('language'), call),
    gender: () => ({ options: genderChoices(call) }),
    date: () => ({ options: dateChoices(call) }),
  }
  const selects = (['language', 'gender', 'date'] as const)
    .filter((name) => registered.has(name))
    .map((name) =>
      selectField({
        ...named(name, problems, call),
        label: say(labels[name]),
        value: chosen(name),
        ...fields[name](),
      }),
    )
  if (!registered.has('timecorrection')) return selects

  const timeZone = chosen('timecorrection')
  const zone = selectOrOther({
    ...named('timecorrection', problems, call),
    label: say(labels.timecorrection),
    value: timeZone,
    options: timeZoneChoices(timeZone, call),
    otherLabel: say('pages-preferences-zone'),
    otherValue: params.peekText('wptimecorrection-other') ?? '',
    maxLength: 60,
  })
  return [...selects, zone]
}

const labels = {
  realname: 'yourrealname',
  language: 'yourlanguage',
  gender: 'yourgender',
  date: 'prefs-dateformat',
  timecorrection: 'timezonelegend',
} as const

function named(
  name: string,
  problems: PreferencesFormParts['problems'],
  call: PageCall,
): { id: string; name: string; error?: Html } {
  const why = problems?.get(name)
  const isMessage = typeof why === 'object' && 'message' in why
  const error = isMessage ? sayMessage(why.message, call) : undefined
  return { id: `mw-input-wp${name}`, name: `wp${name}`, ...(error && { error }) }
}
