import type { BlockTarget } from '../auth/blocks/block-changes.ts'
import { blockLogEntry } from '../auth/blocks/block-log.ts'
import { isoTime } from '../clock.ts'
import type { Params } from '../params/param-spec.ts'
import { ApiError } from '../result/api-error.ts'
import { listOf, type ResultObject, type ResultValue } from '../result/value.ts'
import { blockActionNames } from './block/block-actions.ts'
import { checkTarget } from './block/check-target.ts'
import { findHindrance } from './block/find-hindrance.ts'
import { findTarget } from './block/find-target.ts'
import { readBlock } from './block/read-block.ts'
import { checkOnlyOne, onlyOneErrors } from './check-only-one.ts'
import { actionOf, checkRight } from './check-right.ts'
import { helpUrl } from './documentation/help-url.ts'
import { type Call, defineModule } from './module.ts'

const params = {
  user: { type: 'user', forms: ['name', 'ip', 'cidr', 'id'] },
  userid: { type: 'integer', deprecated: true },
  expiry: { type: 'string', default: 'never' },
  reason: { type: 'string', default: '' },
  anononly: { type: 'boolean' },
  nocreate: { type: 'boolean' },
  autoblock: { type: 'boolean' },
  noemail: { type: 'boolean' },
  hidename: { type: 'boolean' },
  allowusertalk: { type: 'boolean' },
  reblock: { type: 'boolean' },
  watchuser: { type: 'boolean' },
  watchlistexpiry: { type: 'expiry', longest: '6 months', onlyWith: 'WatchlistExpiry' },
  tags: { type: 'tags', multi: true },
  partial: { type: 'boolean' },
  pagerestrictions: { type: 'title', mustExist: true, multi: true, mostValues: [10, 10] },
  namespacerestrictions: { type: 'namespace', multi: true },
  actionrestrictions: {
    type: blockActionNames,
    multi: true,
    onlyWith: 'EnablePartialActionBlocks',
  },
} as const

/** A request to block somebody. */
export type BlockCall = Call<Params<typeof params>>

/** Keeps an account, an address or a range from changing the wiki, or from some of it. */
export const block = defineModule({
  name: 'block',
  helpUrls: [helpUrl('Block')],
  examples: [
    {
      query: 'action=block&user=192.0.2.5&expiry=3%20days&reason=First%20strike&token=123ABC',
      summary: 'apihelp-block-example-ip-simple',
      answer: {
        block: {
          user: '192.0.2.5',
          userID: 0,
          expiry: '2026-01-04T12:00:00Z',
          id: 1,
          reason: 'First strike',
          ...{ anononly: false, nocreate: false, autoblock: false, noemail: false },
          ...{ hidename: false, allowusertalk: false, watchuser: false, partial: false },
          pagerestrictions: null,
          namespacerestrictions: null,
        },
      },
    },
    {
      query:
        'action=block&user=Vandal&expiry=never&reason=Vandalism&nocreate=&autoblock=&noemail=&token=123ABC',
      summary: 'apihelp-block-example-user-complex',
    },
    {
      query:
        'action=block&user=198.51.100.7&expiry=1%20week&reason=Spam&partial=&namespacerestrictions=0&allowusertalk=&token=123ABC',
      summary: 'apihelp-block-example-partial',
    },
  ],
  since: '1.12',
  errors: [
    { key: 'apierror-permissiondenied', params: [actionOf('block')] },
    ...onlyOneErrors('', ['user', 'userid']),
    { key: 'apierror-nosuchuserid', params: ['###'] },
    { key: 'apierror-cantblock-email' },
    { key: 'cant-see-hidden-user' },
    { key: 'badaccess-group0' },
    { key: 'ipbblocked' },
    { key: 'ipbnounblockself' },
    { key: 'badipaddress' },
    { key: 'nosuchusershort', params: ['###'] },
    { key: 'range_block_disabled' },
    { key: 'ip_range_toolarge', params: [16] },
    { key: 'ipb-prevent-user-talk-edit' },
    { key: 'ipb_expiry_invalid' },
    { key: 'ipb_expiry_old' },
    { key: 'ipb_hide_partial' },
    { key: 'ipb_expiry_temp' },
    { key: 'ipb_hide_invalid', params: [{ num: 1000 }] },
    { key: 'ipb-empty-block' },
    { key: 'ipb_already_blocked', params: ['###'] },
  ],
  reads: true,
  writes: true,
  token: 'csrf',
  params,

  async answer(call: BlockCall): Promise<ResultObject> {
    const { params, sources } = call
    await checkRight(call, 'block', 'block')
    checkOnlyOne({ path: 'block', prefix: '' }, params, ['user', 'userid'])
    const target = await findTarget(params, call, 'block')
    await checkEmail(call)
    const hidden = await checkHidden(call, target)
    const hindrance = await findHindrance(call, target)
    if (hindrance !== undefined) throw new ApiError('block', hindrance.key)
    checkTarget(target, call.settings)

    const { block, telling } = await readBlock(call, target)
    const may = { change: params.reblock, hidden }
    const placing = await sources.blockChanges.place(block, may, (done) =>
      blockLogEntry(block, done, telling),
    )
    if (placing.outcome === 'already blocked') {
      throw new ApiError('block', 'ipb_already_blocked', { params: [target.name] })
    }
    await watch(call, target)
    return {
      user: target.name,
      userID: target.id,
      expiry: block.expires === undefined ? 'infinite' : isoTime(block.expires),
      id: placing.id,
      ...echo(call),
      ...(await watchedUntil(call, target)),
      partial: params.partial,
      pagerestrictions: listOrNull(params.pagerestrictions),
      namespacerestrictions: listOrNull(params.namespacerestrictions),
      ...(call.settings.EnablePartialActionBlocks && {
        actionrestrictions: listOrNull(params.actionrestrictions),
      }),
    }
  },
})

async function checkEmail({ params, settings, user }: BlockCall): Promise<void> {
  if (!params.noemail) return
  if (settings.EnableUserEmail && (await user.may('blockemail'))) return
  throw new ApiError('block', 'apierror-cantblock-email')
}

/** Only who may hide users hides one, or changes anything about one who is hidden; tells whether one is. */
async function checkHidden(
  { params, user, sources }: BlockCall,
  target: BlockTarget | undefined,
): Promise<boolean> {
  const prior = target && (await sources.blocks.findByTarget(target.name, sources.now))
  const hides = params.hidename && target?.kind === 'account'
  const isHidden = prior?.hidden ?? false
  if ((!hides && !isHidden) || (await user.may('hideuser'))) return isHidden
  throw new ApiError('block', isHidden ? 'cant-see-hidden-user' : 'badaccess-group0')
}

/** The flags as they were sent, whatever became of them. */
function echo({ params }: BlockCall): ResultObject {
  const { reason, anononly, nocreate, autoblock, noemail } = params
  const { hidename, allowusertalk, watchuser } = params
  return { reason, anononly, nocreate, autoblock, noemail, hidename, allowusertalk, watchuser }
}

async function watch(
  { params, user, sources }: BlockCall,
  { kind, name }: BlockTarget,
): Promise<void> {
  if (!params.watchuser || kind === 'range' || !user.isRegistered) return
  if (!(await user.may('editmywatchlist'))) return
  await sources.watchlist.watch(user.id, { namespace: 2, title: name }, params.watchlistexpiry)
}

async function watchedUntil(
  { params, user, sources }: BlockCall,
  { name }: BlockTarget,
): Promise<ResultObject> {
  if (params.watchlistexpiry === undefined) return {}
  const end = await sources.watchlist.findEnd(user.id, { namespace: 2, title: name })
  return { watchlistexpiry: end === undefined ? null : isoTime(end) }
}

function listOrNull(values: readonly (string | number)[] | undefined): ResultValue {
  return values === undefined ? null : listOf('_v', values)
}
