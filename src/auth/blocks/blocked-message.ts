import { type Message, message } from '../../messages/message.ts'
import { say } from '../../messages/say.ts'
import { sayTime } from '../../messages/say-time.ts'
import type { Block, BlockKind } from './block-store.ts'

/** Tells somebody who wants to do something why it cannot be: who made the block, why and until when. */
export function blockedMessage(block: Block, address: string, language: string): Message {
  const { byName, reason, target, expires, made } = block
  const name = isolated(byName)
  const text = typeof reason === 'string' ? reason : say(reason, language, 'wikitext')
  return message(
    keyOf(block),
    byName === '' ? name : `[[User:${byName}|${name}]]`,
    text === '' ? say(message('blockednoreason'), language, 'wikitext') : text,
    address,
    name,
    identifierOf(block, language),
    expires === undefined
      ? say(message('infiniteblock'), language, 'wikitext')
      : sayTime(expires, language),
    isolated(target),
    sayTime(made, language),
  )
}

const keys = {
  account: 'blockedtext',
  address: 'blockedtext',
  range: 'blockedtext',
  auto: 'autoblockedtext',
  system: 'systemblockedtext',
  several: 'blockedtext-composite',
} as const satisfies Record<BlockKind, string>

function keyOf({ kind, sitewide }: Block) {
  const key = keys[kind]
  return key === 'blockedtext' && !sitewide ? 'blockedtext-partial' : key
}

function identifierOf({ id, systemType, parts = [] }: Block, language: string): string | number {
  if (id !== undefined) return id
  if (systemType !== undefined) return systemType

  const ids = parts.flatMap((part) => (part.id === undefined ? [] : [`#${part.id}`])).join(', ')
  const found =
    ids === '' ? message('blockedtext-composite-no-ids') : message('blockedtext-composite-ids', ids)
  return say(found, language, 'wikitext')
}

/** Keeps a name whose letters go one way from turning what is around it; an address has none. */
function isolated(name: string): string {
  const [letter = ''] = /\p{L}/u.exec(name) ?? []
  if (letter === '') return name
  return rightToLeft.test(letter) ? `\u202b${name}\u202c` : `\u202a${name}\u202c`
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
