import { changePreferences, type PreferenceWishes } from '../auth/preferences/change-preferences.ts'
import { optionKinds } from '../auth/preferences/option-kinds.ts'
import { userPreferences } from '../auth/preferences/user-preferences.ts'
import { message } from '../messages/message.ts'
import { escapeWikitext } from '../messages/say.ts'
import type { Params } from '../params/param-spec.ts'
import { ApiError } from '../result/api-error.ts'
import { warning } from '../result/problem.ts'
import { actionOf, checkRight } from './check-right.ts'
import { helpUrl } from './documentation/help-url.ts'
import { type Call, defineModule } from './module.ts'

const params = {
  reset: { type: 'boolean' },
  resetkinds: { type: [...optionKinds, 'all'], multi: true, default: 'all' },
  change: { type: 'string', multi: true },
  optionname: { type: 'string' },
  optionvalue: { type: 'string' },
} as const

type OptionsCall = Call<Params<typeof params>>

const mustLogIn = { params: [actionOf('editmyoptions')] }
const nameMissing = { params: ['optionname'] }

/** Changes the preferences of the current user. */
export const options = defineModule({
  name: 'options',
  helpUrls: [helpUrl('Options')],
  since: '1.20',
  examples: [
    {
      query: 'action=options&reset=&token=123ABC',
      summary: 'apihelp-options-example-reset',
    },
    {
      query: 'action=options&change=skin=vector|hideminor=1&token=123ABC',
      summary: 'apihelp-options-example-change',
      answer: { options: 'success' },
    },
    {
      query:
        'action=options&reset=&change=skin=monobook&optionname=nickname&optionvalue=[[User:Beau|Beau]]%20([[User_talk:Beau|talk]])&token=123ABC',
      summary: 'apihelp-options-example-complex',
    },
  ],
  errors: [
    { key: 'apierror-mustbeloggedin', ...mustLogIn },
    { key: 'apierror-permissiondenied', ...mustLogIn },
    { key: 'apierror-missingparam', ...nameMissing },
    { key: 'apierror-nochanges' },
  ],
  reads: true,
  writes: true,
  token: 'csrf',
  params,

  async answer(call: OptionsCall) {
    const { user, settings, sources, reply, pageLanguage } = call
    if (!user.isRegistered) throw new ApiError('options', 'apierror-mustbeloggedin', mustLogIn)
    await checkRight(call, 'editmyoptions', 'options')
    const wishes = readWishes(call)

    const stored = await sources.preferences.of(user.id)
    const { changes, refused } = changePreferences(wishes, stored, {
      settings,
      rights: await user.rights(),
      preferences: userPreferences(stored, sources),
      language: pageLanguage,
    })
    for (const { name, why } of refused) {
      const text = message('apiwarn-validationfailed', escapeWikitext(name), why)
      reply.warn(warning('options', text))
    }
    const isAnythingDone = wishes.reset.length > 0 || refused.length < wishes.values.size
    if (isAnythingDone) await sources.preferences.change(user.id, changes, sources.now)
    return 'success'
  },
})

function readWishes({ params }: OptionsCall): PreferenceWishes {
  const { reset, resetkinds, change = [], optionname, optionvalue } = params
  if (optionvalue !== undefined && optionname === undefined) {
    throw new ApiError('options', 'apierror-missingparam', nameMissing)
  }

  const named: [string, string | undefined][] =
    optionname === undefined ? [] : [[optionname, optionvalue]]
  const values = new Map([...change.map(readChange), ...named])
  const wishes = { reset: reset ? resetkinds : [], values }
  if (wishes.reset.length > 0 || values.size > 0) return wishes
  throw new ApiError('options', 'apierror-nochanges')
}

/** `name=value`, or a name alone, whose value is to be the wiki's. */
function readChange(entry: string): [name: string, value: string | undefined] {
  const at = entry.indexOf('=')
  return at === -1 ? [entry, undefined] : [entry.slice(0, at), entry.slice(at + 1)]
}
