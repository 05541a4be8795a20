import type { PageCall } from '../page.ts'

/** Tells whether a box was sent as ticked; as in MediaWiki, a program can also send `0` for one that is not. */
export function isTicked(name: string, { field }: Pick<PageCall, 'field'>): boolean {
  return !['', '0'].includes(field(name))
}
