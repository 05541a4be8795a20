import type { Settings } from '../../settings/settings.ts'

/**
 * What a page may load, run and send: the wiki's own files, and nothing else, whatever somebody
 * smuggled in. Icons of the style are `data:` images; forms lead to the wiki, by whichever of its names.
 */
export function pagePolicy({ Server }: Settings): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `form-action 'self' ${Server}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
