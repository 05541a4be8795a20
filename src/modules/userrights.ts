import { changeGroups, type RightsLogger } from '../auth/groups/change-groups.ts'
import { allowedChange } from '../auth/groups/plan-group-change.ts'
import { changeableGroups, explicitGroups } from '../auth/groups/rights.ts'
import { message } from '../messages/message.ts'
import type { Params } from '../params/param-spec.ts'
import { annotate, listOf, type ResultValue } from '../result/value.ts'
import { blockedErrors } from './blocked-error.ts'
import { onlyOneErrors } from './check-only-one.ts'
import { helpUrl } from './documentation/help-url.ts'
import { type Call, defineModule } from './module.ts'
import { checkBlocks, checkTagging } from './userrights/check-performer.ts'
import { findTarget } from './userrights/find-target.ts'
import { readWishes } from './userrights/read-wishes.ts'

const params = {
  user: { type: 'user', forms: ['name', 'id'] },
  userid: { type: 'integer', deprecated: true },
  add: { type: 'group', multi: true },
  expiry: { type: 'string', multi: true, duplicates: true, default: 'infinite' },
  remove: { type: 'group', multi: true },
  reason: { type: 'string', default: '' },
  token: {
    type: 'string',
    required: true,
    sensitive: true,
    moreWords: message('api-help-param-token-webui'),
  },
  tags: { type: 'tags', multi: true },
} as const

type UserrightsCall = Call<Params<typeof params>>

/** Changes the groups that a user is in; what one may not change is left out. */
export const userrights = defineModule({
  name: 'userrights',
  helpUrls: [helpUrl('User_group_membership')],
  examples: [
    {
      query: 'action=userrights&user=FooBot&add=bot&remove=sysop|bureaucrat&token=123ABC',
      summary: 'apihelp-userrights-example-user',
      answer: {
        userrights: {
          user: 'FooBot',
          userid: 5,
          added: listOf('group', ['bot']),
          removed: listOf('group', ['sysop', 'bureaucrat']),
        },
      },
    },
    {
      query: 'action=userrights&userid=123&add=bot&remove=sysop|bureaucrat&token=123ABC',
      summary: 'apihelp-userrights-example-userid',
      answer: {
        userrights: {
          user: 'BarBot',
          userid: 123,
          added: listOf('group', ['bot']),
          removed: listOf('group', []),
        },
      },
    },
    {
      query: 'action=userrights&user=SometimeSysop&add=sysop&expiry=1%20month&token=123ABC',
      summary: 'apihelp-userrights-example-expiry',
      answer: {
        userrights: {
          user: 'SometimeSysop',
          userid: 6,
          added: listOf('group', ['sysop']),
          removed: listOf('group', []),
        },
      },
    },
  ],
  since: '1.16',
  history: [{ version: '1.29', param: 'expiry', change: 'added' }],
  errors: [
    ...blockedErrors,
    { key: 'apierror-toofewexpiries', params: [2, 3] },
    { key: 'apierror-invalidexpiry', params: ['###'] },
    { key: 'apierror-pastexpiry', params: ['###'] },
    ...onlyOneErrors('', ['user', 'userid']),
    { key: 'userrights-no-interwiki' },
    { key: 'userrights-nodatabase', params: ['###'] },
    { key: 'nouserspecified' },
    { key: 'noname' },
    { key: 'nosuchusershort', params: ['###'] },
    { key: 'tags-apply-no-permission' },
    { key: 'tags-apply-blocked', params: ['###'] },
  ],
  reads: true,
  writes: true,
  token: 'userrights',
  tokenSalt: async (call) => (await findTarget(call)).name,
  params,

  paramsHere({ settings }) {
    const groups = explicitGroups(settings)
    return { add: { ...params.add, type: groups }, remove: { ...params.remove, type: groups } }
  },

  async answer(call: UserrightsCall) {
    const { sources, params, user, settings } = call
    await checkBlocks(call)
    const add = readWishes(params.add ?? [], params.expiry, sources.now)
    const target = await findTarget(call)
    if (params.tags !== undefined) await checkTagging(call)

    const changeable = changeableGroups(await user.groups(), await user.rights(), settings)
    const { added, removed } = await changeGroups(
      target,
      { add, remove: params.remove ?? [] },
      allowedChange(changeable, target.id === user.id),
      sources,
      await loggerOf(call),
    )
    return {
      user: target.name,
      userid: target.id,
      added: groupList(new Map([...added].map(([place, { group }]) => [place, group]))),
      removed: groupList(removed),
    }
  },
})

async function loggerOf({ user, params, address }: UserrightsCall): Promise<RightsLogger> {
  const { reason, tags = [] } = params
  return { by: user, reason, tags, address, byBot: await user.may('bot') }
}

/** Groups by the place that they had in the request: where some are left out, the list has gaps. */
function groupList(groups: ReadonlyMap<number, string>): ResultValue {
  const isWhole = [...groups.keys()].every((place, at) => place === at)
  if (isWhole) return listOf('group', [...groups.values()])

  const named = new Map([...groups].map(([place, group]) => [String(place), group]))
  return annotate(named, { itemTag: 'group' })
}
