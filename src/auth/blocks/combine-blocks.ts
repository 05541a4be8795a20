import { message } from '../../messages/message.ts'
import type { Block } from './block-store.ts'

/** What several blocks come to: as long as the longest, and as strict as all of them together. */
export function combineBlocks(
  blocks: readonly Block[],
  { now, address }: { readonly now: Date; readonly address: string },
): Block | undefined {
  const [only] = blocks
  if (blocks.length < 2) return only

  return {
    id: undefined,
    kind: 'several',
    target: address,
    byName: '',
    byId: 0,
    reason: message('blockedtext-composite-reason'),
    made: now,
    expires: latest(blocks.map(({ expires }) => expires)),
    sitewide: blocks.some(({ sitewide }) => sitewide),
    createAccount: blocks.some(({ createAccount }) => createAccount),
    anonymousOnly: blocks.every(({ anonymousOnly }) => anonymousOnly),
    autoblock: false,
    parts: blocks,
  }
}

function latest(times: readonly (Date | undefined)[]): Date | undefined {
  const ends = times.filter((time) => time !== undefined)
  return ends.length < times.length ? undefined : new Date(Math.max(...ends.map(Number)))
}
