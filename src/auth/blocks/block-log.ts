import type { PhpArray, PhpValue } from '../../php/php-serialize.ts'
import { type LogEntry, userPage } from '../log-entry.ts'
import type { NewBlock } from './block-changes.ts'

/** What the log tells of a block that the block itself does not. */
export interface BlockTelling {
  /** How long it is to last, as it was given. */
  readonly duration: string
  /** The pages, namespaces and actions, as people name them. */
  readonly restricted: Readonly<Record<'pages' | 'namespaces' | 'actions', readonly PhpValue[]>>
  readonly address: string
  readonly byBot: boolean
  readonly tags: readonly string[]
  /** Whether blocks can leave users their talk page: otherwise it is not worth telling. */
  readonly tellsUserTalk: boolean
}

/** The entry of MediaWiki's log for a block; that a name was hidden stands where only few may read it. */
export function blockLogEntry(
  block: NewBlock,
  { id, changed }: { readonly id: number; readonly changed: boolean },
  telling: BlockTelling,
): LogEntry {
  return {
    type: block.hidden ? 'suppress' : 'block',
    action: changed ? 'reblock' : 'block',
    by: block.by,
    page: userPage(block.target.name),
    reason: block.reason,
    params: paramsOf(block, telling),
    made: block.made,
    address: telling.address,
    recent: !block.hidden,
    byBot: telling.byBot,
    tags: telling.tags,
    relations: { ipb_id: [String(id)] },
  }
}

function paramsOf(block: NewBlock, telling: BlockTelling): PhpArray {
  const params: PhpArray = new Map<string, PhpValue>([
    ['5::duration', telling.duration],
    ['6::flags', flagsOf(block, telling).join(',')],
    ['sitewide', block.sitewide],
  ])
  const restricted = Object.entries(telling.restricted)
    .filter(([, values]) => values.length > 0)
    .map(([kind, values]): [string, PhpArray] => [kind, new Map(values.entries())])
  if (restricted.length > 0) params.set('7::restrictions', new Map(restricted))
  return params
}

/** What the block allows and forbids, in MediaWiki's order. */
function flagsOf(block: NewBlock, { tellsUserTalk }: BlockTelling): readonly string[] {
  const isAccount = block.target.kind === 'account'
  const flags: readonly (readonly [name: string, isSet: boolean])[] = [
    ['anononly', !isAccount && block.anonymousOnly],
    ['nocreate', block.createAccount],
    ['noautoblock', isAccount && !block.autoblock],
    ['noemail', block.noEmail],
    ['nousertalk', tellsUserTalk && !block.userTalk],
    ['hiddenname', block.hidden],
  ]
  return flags.filter(([, isSet]) => isSet).map(([name]) => name)
}
