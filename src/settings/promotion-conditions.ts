import * as v from 'valibot'

/** MediaWiki's names of what a condition can ask for, in the order of the numbers that PHP knows them by: from 1. */
const conditionNames = [
  'APCOND_EDITCOUNT',
  'APCOND_AGE',
  'APCOND_EMAILCONFIRMED',
  'APCOND_INGROUPS',
  'APCOND_ISIP',
  'APCOND_IPINRANGE',
  'APCOND_AGE_FROM_EDIT',
  'APCOND_BLOCKED',
  'APCOND_ISBOT',
] as const
export type ConditionName = (typeof conditionNames)[number]

/** All of some conditions, one of them, one of two but not both, or none. */
const operators = ['&', '|', '^', '!'] as const
type Operator = (typeof operators)[number]

/** Who is promoted to a group: by name or number `3`, `["APCOND_EDITCOUNT", 10]`, `["&", condition, condition]`. */
export type PromotionCondition = string | number | readonly unknown[]

/** A condition whose parts have been looked at. */
export type ReadCondition =
  | { readonly operator: Operator; readonly parts: readonly PromotionCondition[] }
  | { readonly name: ConditionName; readonly args: readonly unknown[] }

/** Makes out what a condition says; `undefined` if it says nothing. */
export function readCondition(given: unknown): ReadCondition | undefined {
  const [head, ...rest]: readonly unknown[] = Array.isArray(given) ? given : [given]
  const operator = operators.find((each) => each === head)
  if (operator !== undefined) {
    const parts = rest.filter(isCondition)
    const fits = operator === '^' ? rest.length === 2 : rest.length > 0
    return fits && parts.length === rest.length ? { operator, parts } : undefined
  }
  const name = conditionNames.find((each, index) => each === head || index + 1 === head)
  return name !== undefined && argumentsFit[name](rest) ? { name, args: rest } : undefined
}

const deepest = 16

function isCondition(given: unknown): given is PromotionCondition {
  return readCondition(given) !== undefined
}

/** How deep lists lie in each other, as far as that matters. */
function depthOf(given: unknown, above = 0): number {
  if (!Array.isArray(given) || above > deepest) return above
  return Math.max(above, ...given.map((part) => depthOf(part, above + 1)))
}

type Fits = (args: readonly unknown[]) => boolean

const nothing: Fits = (args) => args.length === 0
const countOrNull: Fits = ([count, ...more]) =>
  (count === undefined || count === null || typeof count === 'number') && more.length === 0
const oneText: Fits = ([value, ...more]) => typeof value === 'string' && more.length === 0
const oneNumber: Fits = ([value, ...more]) => typeof value === 'number' && more.length === 0

const argumentsFit: Readonly<Record<ConditionName, Fits>> = {
  APCOND_EDITCOUNT: countOrNull,
  APCOND_AGE: countOrNull,
  APCOND_EMAILCONFIRMED: nothing,
  APCOND_INGROUPS: (groups) => groups.every((group) => typeof group === 'string'),
  APCOND_ISIP: oneText,
  APCOND_IPINRANGE: oneText,
  APCOND_AGE_FROM_EDIT: oneNumber,
  APCOND_BLOCKED: nothing,
  APCOND_ISBOT: nothing,
}

const conditionForms =
  'a condition such as ["APCOND_EDITCOUNT", 10], ["APCOND_AGE", 86400], "APCOND_EMAILCONFIRMED", ["APCOND_INGROUPS", "bot"], ["APCOND_ISIP", "192.0.2.1"], ["APCOND_IPINRANGE", "192.0.2.0/24"], ["APCOND_AGE_FROM_EDIT", 86400], "APCOND_BLOCKED" or "APCOND_ISBOT", or several, as in ["&", condition, condition], with "&", "|", "!" or, for two, "^"'

/** What the setting `Autopromote` may hold for each group. */
export const promotionCondition = v.pipe(
  v.union([v.string(), v.number(), v.array(v.unknown())], conditionForms),
  v.check((given) => depthOf(given) <= deepest && isCondition(given), conditionForms),
)
