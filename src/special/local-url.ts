import type { RawParams } from '../params/raw-params.ts'
import type { Settings } from '../settings/settings.ts'
import type { Query } from './page.ts'

/** The path of a page of this wiki, with what is asked of it. */
export function localUrl(
  title: string,
  { ArticlePath, ScriptPath }: Pick<Settings, 'ArticlePath' | 'ScriptPath'>,
  query: Query = {},
): string {
  const name = wikiEncode(title)
  const asked = Object.entries(query)
  // A replacement in which no `$` has a meaning.
  if (asked.length === 0) return ArticlePath.replace('$1', () => name)

  const rest = asked.map(([key, value]) => `&${encode(key)}=${encode(value)}`)
  return `${ScriptPath}/index.php?title=${name}${rest.join('')}`
}

/** What an address asks of a page, but for the page's own title. */
export function readQuery(params: RawParams): Query {
  const names = params.queryNames().filter((name) => name !== 'title')
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = params.peekText(name)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** Spells what is asked as an address does: `a=b&c=d`. */
export function spellQuery(query: Query): string {
  return Object.entries(query)
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .join('&')
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+')
}

/** Spells a title in an address, as MediaWiki does: with as little encoding as possible. */
function wikiEncode(title: string): string {
  return encodeURIComponent(title.toWellFormed().replaceAll(' ', '_')).replace(
    /%(?:2F|3A|40|24|2C|3B)/g,
    decodeURIComponent,
  )
}
