import { isIP } from 'node:net'
import type { Awaitable } from '../../awaitable.ts'
import { message } from '../../messages/message.ts'
import type { Settings } from '../../settings/settings.ts'
import { isInRanges } from '../addresses/address-ranges.ts'
import { isProxy } from '../addresses/client-address.ts'
import { spellAddress } from '../addresses/spell-address.ts'
import { readBlockCookie } from './block-cookie.ts'
import type { Block, BlockStore, StoredBlock } from './block-store.ts'

/** What a request shows of who sent it, beside the session. */
export interface RequestTraces {
  /** The header `X-Forwarded-For`, as it came. */
  readonly forwardedFor: string | undefined
  /** The cookie `BlockID`. */
  readonly blockCookie: string | undefined
}

/** What finding the blocks of an address takes. */
export interface BlockSources {
  readonly settings: Settings
  readonly blocks: BlockStore
  readonly now: Date
  readonly address: string
}

/** The blocks of an address that no table holds: those that follow from the settings. */
export function systemBlocks(
  { settings, now, address }: Omit<BlockSources, 'blocks'>,
  isAnonymous: boolean,
): readonly Block[] {
  const { ProxyList, ProxyWhitelist, SoftBlockRanges } = settings
  if (ProxyList.length === 0 && SoftBlockRanges.length === 0) return []

  const common = { ...unstored, target: address, made: now }
  const isOpen = !ProxyWhitelist.includes(address) && isInRanges(address, ProxyList)
  const isSoft = isAnonymous && isInRanges(address, SoftBlockRanges)
  return [
    ...(isOpen
      ? [{ ...common, reason: message('proxyblockreason'), systemType: 'proxy' as const }]
      : []),
    ...(isSoft
      ? [
          {
            ...common,
            reason: message('softblockrangesreason', address),
            systemType: 'wgSoftBlockRanges' as const,
            anonymousOnly: true,
          },
        ]
      : []),
  ]
}

const unstored = {
  id: undefined,
  kind: 'system',
  byName: '',
  byId: 0,
  expires: undefined,
  sitewide: true,
  createAccount: false,
  anonymousOnly: false,
  autoblock: false,
} as const

// Who may write what he likes into a header must not make us look up thousands of addresses.
const mostForwarders = 50

/** The blocks that hold for what a request shows beside its address. */
export function tracedBlocks(
  traces: RequestTraces,
  sources: BlockSources,
  isAnonymous: boolean,
): Awaitable<readonly StoredBlock[]> {
  const isForwarder = sources.settings.ApplyIpBlocksToXff
  if (!isForwarder && traces.blockCookie === undefined) return []

  const forwarded = isForwarder ? forwardedBlocks(traces, sources, isAnonymous) : []
  const remembered = findCookieBlock(traces, sources, isAnonymous)
  return Promise.all([forwarded, remembered]).then(([others, own]) =>
    own === undefined ? others : [...others, own],
  )
}

/** The blocks of the addresses for which the client says that it forwards. */
async function forwardedBlocks(
  { forwardedFor = '' }: RequestTraces,
  { settings, blocks, now, address }: BlockSources,
  isAnonymous: boolean,
): Promise<readonly StoredBlock[]> {
  if (settings.ProxyWhitelist.includes(address)) return []

  const named = forwardedFor.split(',').map((part) => part.trim())
  const others = [...new Set(named)].filter(
    (each) => each !== address && isIP(each) !== 0 && !isProxy(each, settings),
  )
  const found = await Promise.all(
    others.slice(0, mostForwarders).map((each) => blocks.find(0, spellAddress(each) ?? each, now)),
  )
  // Whoever forges the header must not learn from which addresses blocked accounts come.
  return found
    .flat()
    .filter(({ kind, anonymousOnly }) => kind !== 'auto' && (isAnonymous || !anonymousOnly))
}

/** The block that a browser was told to remember, if it still holds for who uses that browser. */
export async function findCookieBlock(
  { blockCookie }: RequestTraces,
  { settings, blocks, now }: BlockSources,
  isAnonymous: boolean,
): Promise<StoredBlock | undefined> {
  const id = blockCookie === undefined ? undefined : readBlockCookie(blockCookie, settings)
  const block = id === undefined ? undefined : await blocks.findById(id, now)
  if (block === undefined) return undefined

  switch (block.kind) {
    case 'account':
      return block.autoblock && settings.CookieSetOnAutoblock ? block : undefined
    case 'address':
    case 'range':
      return isAnonymous && settings.CookieSetOnIpBlock ? block : undefined
    case 'auto':
      return undefined
  }
}

/** Each block once, those of the settings first; what follows from another block that is there says nothing new. */
export function uniqueBlocks(blocks: readonly (Block | StoredBlock)[]): readonly Block[] {
  const stored = new Map<number, Block>()
  for (const block of blocks) {
    if (block.id === undefined) continue
    const parentId = 'parentId' in block ? block.parentId : undefined
    const id = block.kind === 'auto' ? (parentId ?? block.id) : block.id
    if (block.kind !== 'auto' || !stored.has(id)) stored.set(id, block)
  }
  return [...blocks.filter(({ id }) => id === undefined), ...stored.values()]
}
