import { oncePerSettings } from '../settings/once-per-settings.ts'
import type { Settings } from '../settings/settings.ts'

/** A part of the wiki's titles: those that begin with its name and a colon. */
export interface Namespace {
  readonly id: number
  readonly name: string
  /** The name that is the same on every wiki; the main namespace has none. */
  readonly canonical: string | undefined
  readonly subpages: boolean
}

// biome-ignore format: a table
const table: readonly (readonly [id: number, canonical: string, subpages: boolean])[] = [
  [-2, 'Media', false], [-1, 'Special', false], [0, '', false], [1, 'Talk', true],
  [2, 'User', true], [3, 'User talk', true], [4, 'Project', true], [5, 'Project talk', true],
  [6, 'File', false], [7, 'File talk', true], [8, 'MediaWiki', true], [9, 'MediaWiki talk', true],
  [10, 'Template', true], [11, 'Template talk', true], [12, 'Help', true], [13, 'Help talk', true],
  [14, 'Category', false], [15, 'Category talk', true],
]

/** The namespaces of a wiki; the one about the wiki itself bears its name. */
export const namespaces = oncePerSettings(({ Sitename }: Settings): readonly Namespace[] =>
  table.map(([id, canonical, subpages]) => ({
    id,
    name: canonical.replace(/^Project\b/, Sitename),
    canonical: canonical === '' ? undefined : canonical,
    subpages,
  })),
)
