import type { Block } from '../auth/blocks/block-store.ts'
import { isoTime } from '../clock.ts'
import { say } from '../messages/say.ts'
import { sayTime } from '../messages/say-time.ts'
import type { ResultObject } from '../result/value.ts'

/** What the API says of a block; nothing, where there is none. */
export function blockInfo(block: Block | undefined, language: string): ResultObject {
  if (block === undefined) return {}

  const { expires, reason, systemType } = block
  return {
    blockid: block.id ?? null,
    blockedby: block.byName,
    blockedbyid: block.byId,
    blockreason: typeof reason === 'string' ? reason : say(reason, language, 'wikitext'),
    blockedtimestamp: isoTime(block.made),
    blockexpiry: expires === undefined ? 'infinite' : isoTime(expires),
    blockpartial: !block.sitewide,
    blocknocreate: block.createAccount,
    blockanononly: block.anonymousOnly,
    blockedtimestampformatted: sayTime(block.made, language),
    ...(expires && {
      blockexpiryformatted: sayTime(expires, language),
      // In spite of its name, MediaWiki spells what lies ahead in full (`Language::getHumanTimestamp`).
      blockexpiryrelative: sayTime(expires, language),
    }),
    ...(systemType && { systemblocktype: systemType }),
  }
}
