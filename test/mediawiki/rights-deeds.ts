import type { FormFields } from '../page-visitor.ts'

/** A page that is looked at, and what is filled in and sent there. */
export interface RightsDeed {
  readonly what: string
  readonly page: string
  readonly query?: Readonly<Record<string, string>>
  readonly fill?: FormFields
  /** Whether Jeton shows again what was typed, and MediaWiki not. */
  readonly keepsMore?: true
}

/** Whose groups are changed, and who is blocked. */
export const target = 'Tess Target'

// MediaWiki sends elsewhere who spells a title with spaces.
const inTitle = target.replaceAll(' ', '_')

const rights = 'Special:UserRights'
const user = { user: target }
const save = { saveusergroups: '1' }
const block = 'Special:Block'
const forever = { wpTarget: target, wpExpiry: 'infinite' }
const later = { wpExpiry: 'other', 'wpExpiry-other': '2099-01-02 03:04:05' }
const partly = { ...forever, wpEditingRestriction: 'partial' }
const range = { wpTarget: '192.0.2.77/24', wpExpiry: '2099-01-01' }
const unblock = 'Special:Unblock'

/** Everything that can be done about groups and blocks on pages, and undone at the end. */
// biome-ignore format: a table
export const rightsDeeds: readonly RightsDeed[] = [
  { what: 'look for somebody',             page: rights },
  { what: 'look for nobody',               page: rights,  query: { user: 'Nobody such' } },
  { what: 'look at groups',                page: rights,  query: user },
  { what: 'look at them by a subpage',     page: `${rights}/${inTitle}` },
  { what: 'change nothing',                page: rights,  query: user, fill: save },
  { what: 'forge the form',                page: rights,  query: user, fill: { ...save, 'wpGroup-bot': '1', wpEditToken: '+\\' } },
  { what: 'give two groups',               page: rights,  query: user, fill: { ...save, 'wpGroup-bot': '1', 'wpGroup-sysop': '1', 'wpExpiry-sysop': 'other', 'wpExpiry-sysop-other': '2099-01-02', 'user-reason': 'Two 🌻' } },
  { what: 'look at two groups',            page: rights,  query: user },
  { what: 'leave all as it is',            page: rights,  query: user, fill: save },
  { what: 'take one and give another',     page: rights,  query: user, fill: { ...save, 'wpGroup-bot': [], 'wpGroup-suppress': '1', 'wpExpiry-suppress': '1 week' } },
  { what: 'change an end',                 page: rights,  query: user, fill: { ...save, 'wpExpiry-sysop': 'infinite' } },
  { what: 'give a group until nonsense',   page: rights,  query: user, fill: { ...save, 'wpGroup-bot': '1', 'wpExpiry-bot': 'other', 'wpExpiry-bot-other': 'nonsense' }, keepsMore: true },
  { what: 'give a group until yesterday',  page: rights,  query: user, fill: { ...save, 'wpGroup-bot': '1', 'wpExpiry-bot': 'other', 'wpExpiry-bot-other': '2001-01-01' }, keepsMore: true },
  { what: 'be too late',                   page: rights,  query: user, fill: { ...save, 'wpGroup-bot': '1', 'conflictcheck-originalgroups': 'bot' } },
  { what: 'take all groups',               page: rights,  query: user, fill: { ...save, 'wpGroup-sysop': [], 'wpGroup-suppress': [] } },

  { what: 'look at the block form',        page: block },
  { what: 'fill it in by the address',     page: block,   query: { wpTarget: target, wpExpiry: '1 week', wpReason: 'other', 'wpReason-other': 'x' } },
  { what: 'block nobody',                  page: block,   fill: { ...forever, wpTarget: '' } },
  { what: 'block whom there is not',       page: block,   fill: { ...forever, wpTarget: 'Nobody such' } },
  { what: 'block too large a range',       page: block,   fill: { ...forever, wpTarget: '10.0.0.0/8' } },
  { what: 'block until nonsense',          page: block,   fill: { ...forever, wpExpiry: 'other', 'wpExpiry-other': 'nonsense' } },
  { what: 'block until yesterday',         page: block,   fill: { ...forever, wpExpiry: 'other', 'wpExpiry-other': '2001-01-01' } },
  { what: 'block until nothing',           page: block,   fill: { ...forever, wpExpiry: 'other' } },
  { what: 'forge the block form',          page: block,   fill: { ...forever, wpEditToken: '+\\' } },
  { what: 'block from no page',            page: block,   fill: { ...partly, wpPageRestrictions: 'Nowhere such' } },
  { what: 'block from no namespace',       page: block,   fill: { ...partly, wpNamespaceRestrictions: '77' } },
  { what: 'block from nothing',            page: block,   fill: { ...partly, wpCreateAccount: [] } },
  { what: 'keep from the talk page only',  page: block,   fill: { ...partly, wpDisableUTEdit: '1' } },
  { what: 'block for ever',                page: block,   fill: { ...forever, 'wpReason-other': 'Vandalism 🌻', wpWatch: '1' } },
  { what: 'look at the block',             page: `${block}/${inTitle}` },
  { what: 'block once more',               page: block,   fill: { ...forever, ...later } },
  { what: 'change the block',              page: `${block}/${inTitle}`, fill: { ...later, wpDisableEmail: '1', wpDisableUTEdit: '1', wpAutoBlock: [] } },
  { what: 'look at the changed block',     page: block,   query: { wpTarget: target } },
  { what: 'make it a partial one',         page: `${block}/${inTitle}`, fill: { wpEditingRestriction: 'partial', wpPageRestrictions: 'Main Page', wpNamespaceRestrictions: '3\n0', wpCreateAccount: [] } },
  { what: 'look at the partial block',     page: `${block}/${inTitle}` },
  { what: 'block oneself',                 page: block,   fill: { ...forever, wpTarget: 'Admin' } },
  { what: 'block a range',                 page: block,   fill: { ...range, wpHardBlock: '1', wpWatch: '1' } },
  { what: 'look at the blocked range',     page: block,   query: { wpTarget: '192.0.2.0/24' } },
  { what: 'block an address',              page: block,   fill: { wpTarget: '2001:db8::1', wpExpiry: '2099-01-01', wpCreateAccount: [] } },

  { what: 'look at the unblock form',      page: unblock },
  { what: 'look at it for somebody',       page: `${unblock}/${inTitle}` },
  { what: 'unblock nobody',                page: unblock, fill: { wpTarget: '' } },
  { what: 'unblock who is not blocked',    page: unblock, fill: { wpTarget: 'Admin' } },
  { what: 'forge the unblock form',        page: unblock, fill: { wpTarget: target, wpEditToken: '+\\' } },
  { what: 'unblock somebody',              page: `${unblock}/${inTitle}`, fill: { wpReason: 'Sorry' } },
  { what: 'unblock a range',               page: unblock, fill: { wpTarget: '192.0.2.0/24' } },
  { what: 'unblock an address',            page: unblock, fill: { wpTarget: '2001:db8::1' } },
]
