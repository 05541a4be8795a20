// What the columns of MediaWiki's tables are made of. Text lies in columns that are declared
// BLOB, so that it is compared byte by byte.

/** A number that counts up by itself. */
export const id = 'INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL'
/** A number that has to be given. */
export const integer = 'INTEGER NOT NULL'
/** A number, 0 if it is not given. */
export const zero = 'INTEGER DEFAULT 0 NOT NULL'
/** A number, 1 if it is not given. */
export const one = 'INTEGER DEFAULT 1 NOT NULL'
/** A number or NULL. */
export const integerOrNull = 'INTEGER DEFAULT NULL'
/** Text that has to be given. */
export const blob = 'BLOB NOT NULL'
/** Text, empty if it is not given. */
export const empty = "BLOB DEFAULT '' NOT NULL"
/** Text or NULL. */
export const blobOrNull = 'BLOB DEFAULT NULL'
/** Text in a column that is declared so. */
export const text = 'TEXT NOT NULL'
/** The same, or NULL. */
export const textOrNull = 'TEXT DEFAULT NULL'
