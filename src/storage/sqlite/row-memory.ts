import type { SQLInputValue } from 'node:sqlite'
import type { CompiledQuery } from 'kysely'
import type { Awaitable } from '../../awaitable.ts'
import { RecentlyUsed } from '../../memory/recently-used.ts'
import { SeenLately } from '../../memory/seen-lately.ts'
import type { HotStatement } from './hot-statement.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/** Rows that were read, what was made of them, and the age of the database at which they were as they are. */
interface Known<Row, Value> {
  readonly rows: readonly Row[]
  readonly value: Value
  age: number
}

/** The age of what has to be read again. */
const doubtful = -1

/**
 * Remembers what one statement found under each key, as long as it is proven unchanged: no other
 * connection has changed the file since it was read, and no statement of our own can have changed
 * the rows. Where that is not so the rows are read again (2 to 4 µs instead of 1), and if they are
 * the same, what was made of them is given again: who gets the same object knows that nothing has changed.
 */
export class RowMemory<Row extends object, Value> {
  readonly #connection: SqliteConnection
  readonly #statement: HotStatement<Row>
  readonly #read: (rows: readonly Row[]) => Value
  readonly #known = new RecentlyUsed<string | number, Known<Row, Value>>()
  readonly #seen = new SeenLately()

  constructor(
    connection: SqliteConnection,
    query: () => CompiledQuery<Row>,
    read: (rows: readonly Row[]) => Value,
  ) {
    this.#connection = connection
    this.#statement = connection.prepare(query)
    this.#read = read
  }

  /** Finds what there is under a key: what the statement gives with these values, which the key stands for. */
  find(key: string | number, values?: () => readonly SQLInputValue[]): Awaitable<Value> {
    return this.#connection.look(() => this.recall(key, values))
  }

  /** Has what is under a key read again when it is asked for next: it is about to be changed. */
  doubt(key: string): void {
    const known = this.#known.peek(key)
    if (known !== undefined) known.age = doubtful
  }

  /** The same, at once: within `look`. */
  recall(key: string | number, values?: () => readonly SQLInputValue[]): Value {
    // Before the rows are read: if they change in between, they are read once too often, and not too seldom.
    const age = this.#connection.age()
    const known = this.#known.get(key)
    if (known?.age === age) return known.value

    const rows = this.#statement.all(...(values?.() ?? [key]))
    if (known !== undefined && equalRows(known.rows, rows)) {
      known.age = age
      return known.value
    }
    const value = this.#read(rows)
    // Where many come once each, what they bring would only drive out the rest, and live long enough to be
    // dear to collect: the process took 200 MB more.
    const isWorthIt = known !== undefined || !this.#known.isFull || this.#seen.see(key)
    if (isWorthIt) this.#known.set(key, { rows, value, age }, weigh(rows))
    return value
  }
}

function equalRows<Row extends object>(ones: readonly Row[], others: readonly Row[]): boolean {
  if (ones.length !== others.length) return false
  return ones.every((one, at) => {
    const other = others[at]
    return other !== undefined && equalRow(one, other)
  })
}

function equalRow<Row extends object>(one: Row, other: Row): boolean {
  for (const column in one) {
    if (!equalValues(one[column], other[column])) return false
  }
  return true
}

function equalValues(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!(one instanceof Uint8Array && other instanceof Uint8Array)) return false
  return Buffer.compare(one, other) === 0
}

/** About how many bytes rows take, and what was made of them as much again. */
function weigh<Row extends object>(rows: readonly Row[]): number {
  let weight = 256
  for (const row of rows) {
    for (const column in row) weight += 2 * (16 + lengthOf(row[column]))
  }
  return weight
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' || value instanceof Uint8Array ? value.length : 0
}
