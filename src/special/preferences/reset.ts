import { changePreferences } from '../../auth/preferences/change-preferences.ts'
import { userPreferences } from '../../auth/preferences/user-preferences.ts'
import { html } from '../../messages/html.ts'
import { buttons } from '../forms/buttons.ts'
import { checkBox } from '../forms/check-box.ts'
import { form } from '../forms/form.ts'
import { readFormState } from '../forms/form-token.ts'
import { isTicked } from '../forms/is-ticked.ts'
import { notice } from '../forms/notice.ts'
import type { PageAnswer, PageCall } from '../page.ts'
import { keepSuccess } from './saved-notice.ts'

/** Forgets all that somebody has chosen, once that is confirmed. */
export async function answerReset(call: PageCall): Promise<PageAnswer> {
  const { user, sources, settings, language } = call
  const state = readFormState(call)
  if (state !== 'sent' || !isTicked('wpconfirm', call)) return ask(state, call)

  const stored = await sources.preferences.of(user.id)
  const { changes } = changePreferences({ reset: ['all'], values: new Map() }, stored, {
    settings,
    rights: await user.rights(),
    preferences: userPreferences(stored, sources),
    language,
  })
  await sources.preferences.change(user.id, changes, sources.now)
  return keepSuccess(call)
}

function ask(state: ReturnType<typeof readFormState>, call: PageCall): PageAnswer {
  const { say, addressOf } = call
  const error = state === 'sent' ? { error: say('htmlform-required') } : {}
  const label = say('prefs-reset-confirm')
  const body = [
    html`<p>${say('prefs-reset-intro')}</p>`,
    checkBox({ id: 'mw-input-wpconfirm', name: 'wpconfirm', label, required: true, ...error }),
    buttons({ label: say('restoreprefs'), kind: 'destructive' }),
    html`<p><a href="${addressOf('Special:Preferences')}">${say('pages-preferences-back')}</a></p>`,
  ]
  return {
    body: html`${state === 'stale' ? notice('error', say('sessionfailure')) : undefined}${form({ title: 'Special:Preferences/reset', body }, call)}`,
  }
}
