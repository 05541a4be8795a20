import { type RawBuilder, sql } from 'kysely'
import type { HidingLevel } from '../../auth/accounts/global-account-store.ts'
import type { Settings } from '../../settings/settings.ts'

/** The levels by the numbers that stand for them in the table. */
const levels: readonly HidingLevel[] = ['', 'lists', 'suppressed']

/** The number that stands for a level in the table. */
export function hidingNumber(level: HidingLevel): number {
  return levels.indexOf(level)
}

/** The level that a number in the table stands for. */
export function hidingLevel(number: number): HidingLevel {
  return levels[number] ?? ''
}

/** How far an account is hidden, as a part of a query of the table `user`; 0 where there are no global accounts. */
export function hidingNumberOfRow({ Extensions }: Settings): RawBuilder<number> {
  if (!Extensions.includes('CentralAuth')) return sql<number>`0`
  return sql<number>`coalesce((select gu_hidden_level from globaluser where gu_name = user_name), 0)`
}
