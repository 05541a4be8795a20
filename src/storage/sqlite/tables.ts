import type { ExtensionName } from '../../settings/extensions.ts'
import type { MediaWikiTables } from '../schema.ts'
import { accountTables } from './tables/account-tables.ts'
import { extensionTables } from './tables/extension-tables.ts'
import { fileTables } from './tables/file-tables.ts'
import { linkTables } from './tables/link-tables.ts'
import { logTables } from './tables/log-tables.ts'
import { pageTables } from './tables/page-tables.ts'
import { wikiTables } from './tables/wiki-tables.ts'

/** A table as data: column names and kinds in order, primary key, indexes by name. */
interface Table {
  readonly columns: Readonly<Record<string, string>>
  readonly key?: string
  readonly unique?: Readonly<Record<string, string>>
  readonly index?: Readonly<Record<string, string>>
}

/** The compiler sees to it that a column that is typed is also made. */
type TypedTables = {
  readonly [Name in keyof MediaWikiTables]: {
    readonly columns: Readonly<Record<keyof MediaWikiTables[Name], string>>
  }
}

/**
 * Every table of MediaWiki 1.39, down to the names of the indexes, so that MediaWiki can be
 * started on a wiki that Jeton made, and its updater goes on from there.
 */
const tables: Readonly<Record<string, Table>> = {
  ...accountTables,
  ...logTables,
  ...pageTables,
  ...linkTables,
  ...fileTables,
  ...wikiTables,
} satisfies TypedTables

/** What MediaWiki's updater would do again, were it not written down as done. */
const done = [
  'fts3',
  'filearchive-fa_major_mime-patch-fa_major_mime-chemical.sql',
  'image-img_major_mime-patch-img_major_mime-chemical.sql',
  'oldimage-oi_major_mime-patch-oi_major_mime-chemical.sql',
  'user_former_groups-ufg_group-patch-ufg_group-length-increase-255.sql',
  'user_groups-ug_group-patch-ug_group-length-increase-255.sql',
  'user_properties-up_property-patch-up_property.sql',
] as const

/** The statements that make an empty wiki. */
export function wikiDdl(): string {
  return [
    ...Object.entries(tables).map(([name, table]) => tableDdl(name, table)),
    'CREATE VIRTUAL TABLE "searchindex" USING FTS3(si_title, si_text)',
    'INSERT INTO "site_stats" VALUES (1, 0, 0, 0, 0, 0, 0)',
    ...done.map((key) => `INSERT INTO "updatelog" (ul_key) VALUES ('${key}')`),
  ].join(';\n')
}

/** The statements that make a file for nothing but cached values: sessions, among others. */
export function objectCacheDdl(): string {
  return tableDdl('objectcache', wikiTables.objectcache)
}

/** The tables of an extension, by name: the statements that make each. */
export function extensionDdl(extension: ExtensionName): ReadonlyMap<string, string> {
  const own: Readonly<Record<string, Table>> = extensionTables[extension]
  return new Map(Object.entries(own).map(([name, table]) => [name, tableDdl(name, table)]))
}

function tableDdl(name: string, { columns, key, unique = {}, index = {} }: Table): string {
  const lines = Object.entries(columns).map(([column, kind]) => `${column} ${kind}`)
  if (key !== undefined) lines.push(`PRIMARY KEY (${key})`)
  return [
    `CREATE TABLE "${name}" (${lines.join(', ')})`,
    ...Object.entries(unique).map(([on, of]) => `CREATE UNIQUE INDEX "${on}" ON "${name}" (${of})`),
    ...Object.entries(index).map(([on, of]) => `CREATE INDEX "${on}" ON "${name}" (${of})`),
  ].join(';\n')
}
