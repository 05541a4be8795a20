import type { ListedBlock } from '../../auth/blocks/block-directory.ts'
import { say } from '../../messages/say.ts'
import { namespaces } from '../../modules/namespaces.ts'
import { isTicked } from '../forms/is-ticked.ts'
import type { PageCall } from '../page.ts'
import { splitReason } from './block-reasons.ts'

/** What stands in the form that blocks somebody, or has been sent with it. */
export interface BlockFields {
  /** As it was typed, or as the wiki spells it. */
  readonly target: string
  readonly isPartial: boolean
  /** Titles and numbers of namespaces, one a line. */
  readonly pages: string
  readonly namespaces: string
  /** Actions by their numbers. */
  readonly actions: readonly string[]
  readonly createAccount: boolean
  readonly disableEmail: boolean
  readonly disableUserTalk: boolean
  /** One of the list, or `other` for what is typed. */
  readonly expiry: string
  readonly expiryOther: string
  readonly reason: string
  readonly reasonOther: string
  readonly autoblock: boolean
  readonly hideUser: boolean
  readonly watch: boolean
  /** Whether a block of an address also holds for who is logged in. */
  readonly hardBlock: boolean
  /** Whether its sender has said that this is meant. */
  readonly isConfirmed: boolean
}

/** The form as it is shown first; an address can fill in some of it. */
export function newFields(target: string, { field }: PageCall): BlockFields {
  return {
    target,
    isPartial: field('wpEditingRestriction') === 'partial',
    pages: field('wpPageRestrictions'),
    namespaces: field('wpNamespaceRestrictions'),
    actions: [],
    createAccount: true,
    disableEmail: false,
    disableUserTalk: false,
    expiry: field('wpExpiry') || 'other',
    expiryOther: field('wpExpiry-other'),
    reason: field('wpReason') || 'other',
    reasonOther: field('wpReason-other'),
    autoblock: true,
    hideUser: false,
    watch: false,
    hardBlock: false,
    isConfirmed: false,
  }
}

/** The form for a block that there is already, as it is. */
export function fieldsOfBlock(block: ListedBlock, call: PageCall): BlockFields {
  const { settings, language } = call
  const values = (kind: 'namespaces' | 'actions'): string[] =>
    block.restrictions.filter((each) => each.kind === kind).map(({ value }) => String(value))
  const pages = block.restrictions.flatMap(({ page }) => {
    if (page === undefined) return []
    const name = namespaces(settings).find(({ id }) => id === page.namespace)?.name
    return name ? `${name}:${page.text}` : page.text
  })
  const { reason: given, expires } = block
  const text = typeof given === 'string' ? given : say(given, language, 'plaintext')
  const [reason, reasonOther] = splitReason(text, call)
  return {
    target: block.target,
    isPartial: !block.sitewide,
    pages: pages.toSorted().join('\n'),
    namespaces: values('namespaces').join('\n'),
    actions: values('actions'),
    createAccount: block.createAccount,
    disableEmail: block.noEmail,
    disableUserTalk: !block.userTalk,
    expiry: expires === undefined ? 'infinite' : 'other',
    expiryOther: expires?.toUTCString() ?? '',
    ...{ reason, reasonOther },
    autoblock: block.autoblock,
    hideUser: block.hidden,
    watch: false,
    hardBlock: !block.anonymousOnly,
    isConfirmed: false,
  }
}

/** The form as it was sent. */
export function readFields(call: PageCall): BlockFields {
  const { field, params } = call
  return {
    target: field('wpTarget').trim(),
    isPartial: field('wpEditingRestriction') === 'partial',
    pages: field('wpPageRestrictions'),
    namespaces: field('wpNamespaceRestrictions'),
    actions: params.peekList('wpActionRestrictions'),
    createAccount: isTicked('wpCreateAccount', call),
    disableEmail: isTicked('wpDisableEmail', call),
    disableUserTalk: isTicked('wpDisableUTEdit', call),
    expiry: field('wpExpiry'),
    expiryOther: field('wpExpiry-other'),
    reason: field('wpReason'),
    reasonOther: field('wpReason-other'),
    autoblock: isTicked('wpAutoBlock', call),
    hideUser: isTicked('wpHideUser', call),
    watch: isTicked('wpWatch', call),
    hardBlock: isTicked('wpHardBlock', call),
    isConfirmed: isTicked('wpConfirm', call),
  }
}
