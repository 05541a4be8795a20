import type { BlockRestrictions, BlockTarget, NewBlock } from '../../auth/blocks/block-changes.ts'
import type { BlockTelling } from '../../auth/blocks/block-log.ts'
import { message } from '../../messages/message.ts'
import { say } from '../../messages/say.ts'
import { randomHex32 } from '../../random.ts'
import { ApiError } from '../../result/api-error.ts'
import type { BlockCall } from '../block.ts'
import { blockActions } from './block-actions.ts'
import { type Expiry, readExpiry } from './read-expiry.ts'

/** The namespace of users' talk pages. */
const userTalk = 3

/** A block that is wanted, and what the log is to tell of it. */
export interface WantedBlock {
  readonly block: NewBlock
  readonly telling: BlockTelling
}

/** Makes of the parameters the block that they want, in MediaWiki's order of what can be wrong with it. */
export async function readBlock(call: BlockCall, target: BlockTarget): Promise<WantedBlock> {
  const { params, user, settings, sources, address, clock } = call
  const restrictions = await findRestrictions(call)
  const mayLeaveTalk = !params.partial || restrictions.namespaces.includes(userTalk)
  // Who is blocked from some pages is not from the own talk page, unless from all talk pages.
  if (!mayLeaveTalk && !params.allowusertalk) {
    throw new ApiError('block', 'ipb-prevent-user-talk-edit')
  }
  const leavesTalk = mayLeaveTalk
    ? settings.BlockAllowsUTEdit && params.allowusertalk
    : params.allowusertalk
  const expiry = readExpiry(params.expiry, clock.now())
  const hidden = params.hidename && target.kind === 'account'
  if (hidden) await checkHiding(call, target, expiry)

  const isEmpty = Object.values(restrictions).every((values) => values.length === 0)
  const forbids = params.noemail || params.nocreate || !leavesTalk
  if (params.partial && isEmpty && !forbids) throw new ApiError('block', 'ipb-empty-block')

  const block: NewBlock = {
    target,
    by: { id: user.id, name: user.name },
    reason: params.reason,
    made: clock.now(),
    expires: expiry.time,
    sitewide: !params.partial,
    restrictions,
    createAccount: params.nocreate,
    anonymousOnly: params.anononly,
    autoblock: params.autoblock,
    noEmail: params.noemail,
    userTalk: leavesTalk,
    hidden,
    autoblocks: {
      reason: reasonOfAutoblocks(target, call),
      seconds: settings.AutoblockExpiry,
    },
    ...(settings.BlockDisablesLogin && { newToken: randomHex32(sources.random) }),
  }
  const telling: BlockTelling = {
    duration: expiry.given,
    restricted: params.partial
      ? {
          pages: params.pagerestrictions ?? [],
          namespaces: restrictions.namespaces,
          actions: params.actionrestrictions ?? [],
        }
      : { pages: [], namespaces: [], actions: [] },
    address,
    byBot: await user.may('bot'),
    tags: params.tags ?? [],
    tellsUserTalk: settings.BlockAllowsUTEdit,
  }
  return { block, telling }
}

async function findRestrictions({
  params,
  reading,
  sources,
}: BlockCall): Promise<BlockRestrictions> {
  if (!params.partial) return { pages: [], namespaces: [], actions: [] }

  const pages = await Promise.all(
    (params.pagerestrictions ?? []).map(async (full) => {
      const title = await reading.findTitle(full)
      const page = title && (await sources.pages.findByTitle(title.namespace, title.text))
      return page?.id ?? []
    }),
  )
  return {
    pages: pages.flat(),
    namespaces: params.namespacerestrictions ?? [],
    actions: (params.actionrestrictions ?? []).map((name) => blockActions[name]),
  }
}

async function checkHiding(
  { params, settings, sources }: BlockCall,
  target: BlockTarget,
  { time }: Expiry,
): Promise<void> {
  if (params.partial) throw new ApiError('block', 'ipb_hide_partial')
  if (time !== undefined) throw new ApiError('block', 'ipb_expiry_temp')

  const limit = settings.HideUserContribLimit
  const edits = (await sources.accounts.findById(target.id))?.editCount ?? 0
  if (limit !== false && edits > limit) {
    throw new ApiError('block', 'ipb_hide_invalid', { params: [{ num: limit }] })
  }
}

function reasonOfAutoblocks({ name }: BlockTarget, { params, settings }: BlockCall): string {
  return say(message('autoblocker', name, params.reason), settings.LanguageCode, 'wikitext')
}
