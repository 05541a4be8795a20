import type { BlockTarget } from '../auth/blocks/block-changes.ts'
import type { StoredBlock } from '../auth/blocks/block-store.ts'
import { type LogEntry, userPage } from '../auth/log-entry.ts'
import type { Params } from '../params/param-spec.ts'
import { ApiError } from '../result/api-error.ts'
import { findHindrance } from './block/find-hindrance.ts'
import { findTarget } from './block/find-target.ts'
import { blockInfo } from './block-info.ts'
import { checkOnlyOne, onlyOneErrors } from './check-only-one.ts'
import { helpUrl } from './documentation/help-url.ts'
import { type Call, defineModule } from './module.ts'

const params = {
  id: { type: 'integer' },
  user: { type: 'user', forms: ['name', 'ip', 'cidr', 'id'] },
  userid: { type: 'integer', deprecated: true },
  reason: { type: 'string', default: '' },
  tags: { type: 'tags', multi: true },
} as const

type UnblockCall = Call<Params<typeof params>>

/** Ends a block. */
export const unblock = defineModule({
  name: 'unblock',
  helpUrls: [helpUrl('Block')],
  examples: [
    {
      query: 'action=unblock&id=105&token=123ABC',
      summary: 'apihelp-unblock-example-id',
    },
    {
      query: 'action=unblock&user=Bob&reason=Sorry%20Bob&token=123ABC',
      summary: 'apihelp-unblock-example-user',
      answer: { unblock: { id: 1, user: 'Bob', userid: 5, reason: 'Sorry Bob' } },
    },
  ],
  since: '1.12',
  errors: [
    ...onlyOneErrors('', ['id', 'user', 'userid']),
    { key: 'apierror-permissiondenied-unblock' },
    { key: 'apierror-nosuchuserid', params: ['###'] },
    { key: 'ipbblocked' },
    { key: 'ipbnounblockself' },
    { key: 'unblock-hideuser' },
    { key: 'ipb_cant_unblock', params: ['###'] },
  ],
  reads: true,
  writes: true,
  token: 'csrf',
  params,

  async answer(call: UnblockCall) {
    const { params, user, sources } = call
    checkOnlyOne({ path: 'unblock', prefix: '' }, params, ['id', 'user', 'userid'])
    if (!(await user.may('block'))) {
      throw new ApiError('unblock', 'apierror-permissiondenied-unblock')
    }
    const target = params.id === undefined ? await findTarget(params, call, 'unblock') : undefined
    await checkHindrance(call, target)
    const block = await findBlock(call, target)
    if (block?.hidden && !(await user.may('hideuser'))) {
      throw new ApiError('unblock', 'unblock-hideuser')
    }
    if (block === undefined) throw notBlocked(call, target)
    const log = await makeLogEntry(call, block)
    // Somebody else may have been quicker.
    if (!(await sources.blockChanges.lift(block, log))) throw notBlocked(call, target)

    return {
      id: block.id,
      // Whose address it is that a blocked account used is told to nobody.
      user: block.kind === 'auto' ? '' : block.target,
      userid: block.targetId,
      reason: params.reason,
    }
  },
})

async function checkHindrance(call: UnblockCall, target: BlockTarget | undefined): Promise<void> {
  const hindrance = await findHindrance(call, target)
  if (hindrance === undefined) return

  const blockinfo = blockInfo(hindrance.block, call.language)
  throw new ApiError('unblock', hindrance.key, { data: { blockinfo } })
}

async function findBlock(
  { params: { id }, sources: { blocks, now } }: UnblockCall,
  target: BlockTarget | undefined,
): Promise<StoredBlock | undefined> {
  if (id !== undefined) return id < 0 ? undefined : blocks.findById(Number(id), now)
  return target && blocks.findByTarget(target.name, now)
}

function notBlocked({ params: { id } }: UnblockCall, target: BlockTarget | undefined): ApiError {
  const name = id === undefined ? (target?.name ?? '') : `#${id}`
  return new ApiError('unblock', 'ipb_cant_unblock', { params: [name] })
}

async function makeLogEntry(
  { params, user, sources, address }: UnblockCall,
  block: StoredBlock,
): Promise<LogEntry> {
  return {
    type: 'block',
    action: 'unblock',
    by: { id: user.id, name: user.name },
    page: userPage(block.kind === 'auto' ? `#${block.id}` : block.target),
    reason: params.reason,
    params: new Map(),
    made: sources.now,
    address,
    recent: true,
    byBot: await user.may('bot'),
    tags: params.tags ?? [],
    relations: { ipb_id: [String(block.id)] },
  }
}
