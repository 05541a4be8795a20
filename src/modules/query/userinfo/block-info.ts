import type { Block } from '../../../auth/block-store.ts'
import { type Clock, isoTime } from '../../../clock.ts'
import { message } from '../../../messages/message.ts'
import { say } from '../../../messages/say.ts'
import { sayDuration, sayTime } from '../../../messages/say-time.ts'
import { listOf, type ResultObject } from '../../../result/value.ts'

/** What the API says of the blocks that hold for somebody: one as it is, several as one. */
export function blockInfo(blocks: readonly Block[], clock: Clock, language: string): ResultObject {
  const [block] = blocks
  if (block === undefined) return {}
  if (blocks.length === 1) return details(block, block.id, clock, language)

  const together: Block = {
    id: 0,
    byName: '',
    byId: 0,
    reason: say(message('blockedtext-composite-reason'), language, 'wikitext'),
    made: clock.now(),
    expires: latest(blocks.map(({ expires }) => expires)),
    sitewide: blocks.some(({ sitewide }) => sitewide),
    createAccount: blocks.some(({ createAccount }) => createAccount),
    anonymousOnly: blocks.every(({ anonymousOnly }) => anonymousOnly),
  }
  const components = blocks.map((each) => details(each, each.id, clock, language))
  return {
    ...details(together, null, clock, language),
    blockcomponents: listOf('component', components),
  }
}

function latest(times: readonly (Date | undefined)[]): Date | undefined {
  const ends = times.filter((time) => time !== undefined)
  return ends.length < times.length ? undefined : new Date(Math.max(...ends.map(Number)))
}

function details(block: Block, id: number | null, clock: Clock, language: string): ResultObject {
  const { expires } = block
  return {
    blockid: id,
    blockedby: block.byName,
    blockedbyid: block.byId,
    blockreason: block.reason,
    blockedtimestamp: isoTime(block.made),
    blockexpiry: expires === undefined ? 'infinite' : isoTime(expires),
    blockpartial: !block.sitewide,
    blocknocreate: block.createAccount,
    blockanononly: block.anonymousOnly,
    blockedtimestampformatted: sayTime(block.made, language),
    ...(expires && {
      blockexpiryformatted: sayTime(expires, language),
      blockexpiryrelative: sayDuration(clock.now(), expires, language),
    }),
  }
}
