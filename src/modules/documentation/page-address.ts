import type { Settings } from '../../settings/settings.ts'

const interwiki: Readonly<Record<string, string>> = {
  mw: 'https://www.mediawiki.org/wiki/',
  phab: 'https://phabricator.wikimedia.org/',
}

/** The address of a page of this wiki, or of one that it names by a prefix: `mw:API:Tokens`, `phab:T1`. */
export function pageAddress(target: string, { ScriptPath }: Settings): string {
  const [prefix = '', ...rest] = target.split(':')
  const other = Object.hasOwn(interwiki, prefix) ? interwiki[prefix] : undefined
  if (other !== undefined) return other + wikiEncode(rest.join(':'))
  return `${ScriptPath}/index.php?title=${wikiEncode(target)}`
}

/** Spells a title in an address, as MediaWiki does: with as little encoding as possible. */
function wikiEncode(title: string): string {
  return encodeURIComponent(title.replaceAll(' ', '_')).replace(
    /%(?:2F|3A|40|24|2C|3B)/g,
    decodeURIComponent,
  )
}
