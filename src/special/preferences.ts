import { changePreferences } from '../auth/preferences/change-preferences.ts'
import { userPreferences } from '../auth/preferences/user-preferences.ts'
import { readFormState } from './forms/form-token.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'
import { preferencesForm } from './preferences/preferences-form.ts'
import { readWishes, whyNotRealName } from './preferences/read-wishes.ts'
import { answerReset } from './preferences/reset.ts'
import { keepSuccess, takeSuccess } from './preferences/saved-notice.ts'

/** The preferences that matter here, and the ways to everything else of an account that can be changed. */
export const preferences = definePage({
  name: 'Preferences',
  title: 'preferences',
  aliases: ['Mypreferences'],
  needsLogin: 'prefsnologintext2',
  right: 'editmyoptions',
  writes: true,

  async answer(call) {
    if (call.subpage === 'reset') return answerReset(call)

    const state = readFormState(call)
    if (state === 'not sent') return show(call, { isSaved: takeSuccess(call) })
    return state === 'stale' ? show(call, { problem: 'sessionfailure' }) : save(call)
  },
})

async function show(
  call: PageCall,
  more: Omit<Parameters<typeof preferencesForm>[0], 'stored'>,
): Promise<PageAnswer> {
  const stored = await call.sources.preferences.of(call.user.id)
  return { body: await preferencesForm({ stored, ...more }, call) }
}

/** As in MediaWiki, all is saved or nothing. */
async function save(call: PageCall): Promise<PageAnswer> {
  const { user, sources, settings, language } = call
  const stored = await sources.preferences.of(user.id)
  const { values, realName } = await readWishes(stored, call)
  const { changes, refused } = changePreferences({ reset: [], values }, stored, {
    settings,
    rights: await user.rights(),
    preferences: userPreferences(stored, sources),
    language,
  })
  const problems = new Map(refused.map(({ name, why }) => [name, why]))
  const tooLong = whyNotRealName(realName)
  if (tooLong !== undefined) problems.set('realname', tooLong)
  if (problems.size > 0) return show(call, { problems })

  await sources.preferences.change(user.id, changes, sources.now, realName)
  return keepSuccess(call)
}
