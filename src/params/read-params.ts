import { ApiError } from '../result/api-error.ts'
import type { Problem } from '../result/problem.ts'
import { expandTemplates } from './expand-templates.ts'
import { type ParamPlan, type PlannedParam, planOf, planParam } from './param-plan.ts'
import type { ParamSpecs, Params } from './param-spec.ts'
import type { RawParams } from './raw-params.ts'
import { readParam } from './read-param.ts'

/** The title of a page. */
export interface ParamTitle {
  readonly namespace: number
  /** Without the namespace. */
  readonly text: string
  /** With the namespace, or the prefix of another wiki. */
  readonly full: string
}

/** What reading parameters needs to know of its surroundings. */
export interface ParamReading {
  readonly raw: RawParams
  warn(problem: Problem): void
  readonly now: Date
  /** Whether the reader may send 500 values where others may send 50. */
  hasHighLimits(): Promise<boolean>
  /** Hears what `max` came to, which the answer tells under the module's name in `limits`. */
  tellLimit(moduleName: string, limit: number): void
  /** How the wiki spells the name of an account, or `undefined` if nobody can be called that. */
  userName(given: string): string | undefined
  /** The name of the account with a number. */
  findUserName(id: number): Promise<string | undefined>
  /** The title that a text means, or `undefined` if no page can be called that. */
  findTitle(given: string): Promise<ParamTitle | undefined>
  pageExists(title: ParamTitle): Promise<boolean>
  /** The namespaces that can have pages, by number. */
  readonly namespaces: readonly number[]
  /** The groups that users can be put into. */
  readonly groups: readonly string[]
  /** Whether a setting that parameters depend on is on. */
  isOn(setting: string): boolean
  /** The tags that somebody may set by hand. */
  tags(): Promise<readonly string[]>
}

/** What has parameters: a module or a format. */
export interface HasParams<Specs extends ParamSpecs> {
  readonly path: string
  /** What kind of module it is; the main module is none. */
  readonly group?: string | undefined
  readonly prefix: string
  readonly params: Specs
}

/**
 * Reads the parameters that a module declares, in the order in which it declares them, those with
 * templates last. All are read, and may be warned about, before the first one that is wrong is.
 */
export async function readParams<const Specs extends ParamSpecs>(
  owner: HasParams<Specs>,
  reading: ParamReading,
): Promise<Params<Specs>> {
  const plan = planOf(owner)
  const { raw } = reading
  const errors: ApiError[] = []
  // Made in one piece, it always has the same shape, and most of it stays as it is.
  const values: Record<string, unknown> = Object.assign({}, plan.absent)
  for (const param of plan.params.filter(({ isConstant, name }) => !isConstant || raw.has(name))) {
    const { key, onlyWith } = param
    if (onlyWith !== undefined && !reading.isOn(onlyWith)) {
      delete values[key]
      continue
    }
    const value = readOrNote(param, reading, errors)
    values[key] = value instanceof Promise ? await value : value
  }
  const all =
    plan.templates.length === 0 ? values : await readTemplates(plan, values, reading, errors)

  if (errors.length > 0) throw errors[0]
  // The one place where the compiler has to believe us; read-params.test.ts holds us to it.
  return all as Params<Specs>
}

/** Adds the parameters that templates stand for. */
async function readTemplates(
  plan: ParamPlan,
  values: Values,
  reading: ParamReading,
  errors: ApiError[],
): Promise<Values> {
  const read = new Map(Object.entries(values))
  for (const [name, spec] of expandTemplates(plan, read, reading)) {
    read.set(name, await readOrNote(planParam(name, spec, plan.owner), reading, errors))
  }
  return Object.fromEntries(read)
}

type Values = Readonly<Record<string, unknown>>

/** Reads one of several, which the others do not have to wait for: what is wrong with it is noted. */
function readOrNote(param: PlannedParam, reading: ParamReading, errors: ApiError[]): unknown {
  const note = (error: unknown): undefined => {
    // What is not the client's mistake ends the reading at once.
    if (!(error instanceof ApiError)) throw error
    errors.push(error)
  }
  try {
    const value = readParam(param, reading)
    return value instanceof Promise ? value.catch(note) : value
  } catch (error) {
    return note(error)
  }
}
