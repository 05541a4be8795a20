import type { Settings } from '../../settings/settings.ts'
import { searchPreferences } from './default-preferences.ts'
import { languagesWithVariants, variantsOf } from './language-variants.ts'
import { languagesToChoose } from './languages-to-choose.ts'
import {
  anything,
  isOn,
  nothing,
  numberFrom,
  oneOf,
  type PreferenceOwner,
  type PreferenceRule,
  signature,
  wholeNumberFrom,
} from './preference-rules.ts'

/** Tells whether a preference is there for somebody. */
type Condition = (owner: PreferenceOwner) => boolean

type Flag = {
  [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never
}[keyof Settings]

const on =
  (...names: readonly Flag[]): Condition =>
  ({ settings }) =>
    names.every((name) => settings[name])
const may =
  (...names: readonly string[]): Condition =>
  ({ rights }) =>
    names.some((name) => rights.has(name))
const both =
  (one: Condition, other: Condition): Condition =>
  (owner) =>
    one(owner) && other(owner)
const either =
  (one: Condition, other: Condition): Condition =>
  (owner) =>
    one(owner) || other(owner)
const always: Condition = () => true

const mails = on('EnableEmail', 'EnableUserEmail')
const notifies = both(on('EnableEmail'), either(on('EnotifWatchlist'), on('EnotifUserTalk')))
const patrols = both(on('UseRCPatrol'), may('patrol', 'patrolmarks'))
const patrolsNew = both(either(on('UseRCPatrol'), on('UseNPPatrol')), may('patrol', 'patrolmarks'))
// MediaWiki shows it to who has turned off the newer watchlist, which looks for changes by itself.
const hasOldWatchlist: Condition = ({ preferences }) =>
  isOn(preferences.get('wlenhancedfilters-disable'))

// Those of English: other languages of MediaWiki have formats of their own.
const dateFormats = ['default', 'mdy', 'dmy', 'ymd', 'ISO 8601']
const genders = ['unknown', 'female', 'male']
// Places in MediaWiki's lists of widths.
const sizes = ['0', '1', '2', '3', '4', '5']
const editFonts = ['monospace', 'sans-serif', 'serif']
const hour = 1 / 24
const mostDays = 90

/** The preferences of MediaWiki 1.39: who has them, and what they may be. */
// biome-ignore format: a table
const table: readonly (readonly [names: string, condition: Condition, rule: PreferenceRule])[] = [
  ['username usergroups editcount registrationdate downloaduserdata restoreprefs oldsig', always, nothing],
  ['nowserver nowlocal watchlisttoken-info', always, nothing],
  ['password',               may('editmyprivateinfo'), nothing],
  ['commoncssjs',            either(on('AllowUserCss'), on('AllowUserJs')), nothing],
  ['editwatchlist',          may('editmywatchlist'), nothing],
  ['emailauthentication',    both(on('EnableEmail', 'EmailAuthentication'), may('viewmyprivateinfo')), nothing],

  ['language',               always, oneOf(({ settings }) => [...languagesToChoose, settings.LanguageCode])],
  ['gender',                 always, oneOf(() => genders)],
  ['variant',                ({ settings }) => variantsOf(settings.LanguageCode).length > 0, oneOf(({ settings }) => variantsOf(settings.LanguageCode))],
  ...languagesWithVariants.map((code) => [`variant-${code}`, ({ settings }: PreferenceOwner) => settings.LanguageCode !== code, anything] as const),
  ['nickname',               always, signature],
  ['fancysig',               always, anything],

  ['requireemail',           on('EnableEmail', 'AllowRequiringEmailForResets'), anything],
  ['disablemail email-allow-new-users ccmeonemails', both(mails, may('sendemail')), anything],
  ['email-blacklist',        both(both(mails, on('EnableUserEmailMuteList')), may('sendemail')), anything],
  ['enotifwatchlistpages',   on('EnableEmail', 'EnotifWatchlist'), anything],
  ['enotifusertalkpages',    on('EnableEmail', 'EnotifUserTalk'), anything],
  ['enotifminoredits',       both(notifies, on('EnotifMinorEdits')), anything],
  ['enotifrevealaddr',       both(notifies, on('EnotifRevealEditorAddress')), anything],

  ['skin',                   always, oneOf(({ settings }) => Object.keys(settings.ValidSkinNames))],
  ['skin-responsive',        always, anything],
  ['date',                   always, oneOf(() => dateFormats)],
  ['timecorrection',         always, anything],
  ['imagesize',              always, oneOf(() => sizes)],
  ['thumbsize',              always, oneOf(() => sizes)],
  ['underline',              always, oneOf(() => ['0', '1', '2'])],
  ['diffonly norollbackdiff showhiddencats', always, anything],
  ['showrollbackconfirmation', may('rollback'), anything],

  ['editsectiononrightclick editondblclick forceeditsummary useeditwarning', always, anything],
  ['previewonfirst previewontop uselivepreview', always, anything],
  ['editfont',               always, oneOf(() => editFonts)],
  ['minordefault',           may('minoredit'), anything],

  ['rcdays watchlistdays',   always, numberFrom(hour, mostDays)],
  ['rclimit wllimit',        always, wholeNumberFrom(1, 1000)],
  ['searchlimit',            always, wholeNumberFrom(1, 500)],
  ['usenewrc hideminor pst-cssjs rcenhancedfilters-disable', always, anything],
  ['rcfilters-rc-collapsed rcfilters-wl-collapsed rcfilters-limit', always, anything],
  ['rcfilters-saved-queries rcfilters-wl-saved-queries', always, anything],
  ['rcfilters-saved-queries-versionbackup rcfilters-wl-saved-queries-versionbackup', always, anything],
  ['hidecategorization watchlisthidecategorization', on('RCWatchCategoryMembership'), anything],
  ['hidepatrolled watchlisthidepatrolled', patrols, anything],
  ['newpageshidepatrolled',  patrolsNew, anything],
  ['shownumberswatching',    on('RCShowWatchingUsers'), anything],

  ['extendwatchlist watchlisthideminor watchlisthidebots watchlisthideown', always, anything],
  ['watchlisthideanons watchlisthideliu watchlistunwatchlinks', always, anything],
  ['watchlisttoken wlenhancedfilters-disable', always, anything],
  ['watchlistreloadautomatically', hasOldWatchlist, anything],
  ['watchdefault',           may('edit'), anything],
  ['watchmoves',             may('move'), anything],
  ['watchdeletion',          may('delete'), anything],
  ['watchcreations',         both(may('read'), may('createpage', 'createtalk')), anything],
  ['watchrollback',          may('rollback'), anything],
  ['watchuploads',           may('upload'), anything],

  ['search-special-page search-match-redirect', always, anything],
  [searchPreferences.join(' '), always, anything],
]

/** The preferences that somebody has on a wiki, and what each may be. */
export function registeredPreferences(owner: PreferenceOwner): ReadonlyMap<string, PreferenceRule> {
  const hidden = new Set(owner.settings.HiddenPrefs)
  const here = table.filter(([, condition]) => condition(owner))
  const rules = here.flatMap(([names, , rule]) =>
    names.split(' ').map((name) => [name, rule] as const),
  )
  return new Map(rules.filter(([name]) => !hidden.has(name)))
}
