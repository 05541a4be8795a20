import type { MwMap } from './mw-map.ts'

/** Encodes text for an address as PHP's `rawurlencode` does. */
export function rawurlencode(text: unknown): string {
  return encodeURIComponent(String(text)).replaceAll(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** Encodes a title for an address as MediaWiki does, which leaves what is readable. */
function wikiUrlencode(title: unknown): string {
  return rawurlencode(String(title).replaceAll(' ', '_')).replaceAll(
    /%(?:3B|40|24|21|2A|28|29|2C|2F|7E|3A)/g,
    decodeURIComponent,
  )
}

/** Makes `mw.util`, as far as pages need it. */
export function makeUtil(config: MwMap) {
  const script = (name: string): string =>
    name === 'index' ? String(config.get('wgScript')) : `${config.get('wgScriptPath')}/${name}.php`
  return {
    rawurlencode,
    wikiUrlencode,

    /** Where a script of the wiki is: `index`, `api`. */
    wikiScript: (name = 'index') => script(name),

    /** The address of a page: of this one, unless another is named. */
    getUrl(title?: string | null, params: Readonly<Record<string, unknown>> = {}): string {
      const page = title ?? String(config.get('wgPageName', ''))
      const [name = '', ...fragment] = page.split('#')
      const hash = fragment.length > 0 ? `#${fragment.join('#').replaceAll(' ', '_')}` : ''
      const query = Object.entries(params)
        .map((pair) => pair.map((part) => encodeURIComponent(String(part ?? ''))).join('='))
        .join('&')
      if (query !== '') return `${script('index')}?title=${wikiUrlencode(name)}&${query}${hash}`

      const path = String(config.get('wgArticlePath', '/wiki/$1'))
      return path.replace('$1', () => wikiUrlencode(name)) + hash
    },

    /** The last value of a parameter in an address: that of the page, unless one is given. */
    getParamValue(name: string, url: string = location.href): string | null {
      const { search } = new URL(url, location.href)
      const pairs = search.slice(1).split('&')
      // As in MediaWiki, a name alone has no value.
      const params = new URLSearchParams(pairs.filter((pair) => pair.includes('=')).join('&'))
      return params.getAll(name).at(-1) ?? null
    },
  }
}
