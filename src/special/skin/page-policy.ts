import type { Settings } from '../../settings/settings.ts'

/**
 * What a page may load, run and send: the wiki's own files, and nothing else, whatever somebody
 * smuggled in. Icons of the style are `data:` images; forms lead to the wiki, by whichever of its names;
 * scripts may ask the sites that may ask here (`mw.ForeignApi`), as in MediaWiki.
 */
export function pagePolicy({ Server, CrossSiteAJAXdomains }: Settings): string {
  // A policy knows `*.example.org`, but no `?` for one character.
  const others = CrossSiteAJAXdomains.filter((site) => /^[\w.:/*-]+$/.test(site))
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...others].join(' '),
    `form-action 'self' ${Server}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
