import type { Template } from './expand-templates.ts'
import type { ParamSpec, ParamSpecs } from './param-spec.ts'
import { readAbsent, type Way, wayOf } from './read-param.ts'
import type { HasParams, ParamReading } from './read-params.ts'

/** What a module declares of its parameters, made ready once for every request that is to be read. */
export interface ParamPlan {
  readonly owner: ParamOwner
  /** Those without templates, in their order. */
  readonly params: readonly PlannedParam[]
  readonly templates: readonly Template[]
  /** What they are where nothing is sent, as far as that is known before. */
  readonly absent: Readonly<Record<string, unknown>>
  /** The names on the wire of those that are refused in the address. */
  readonly posted: readonly string[]
}

/** A parameter as it is looked for. */
export interface PlannedParam {
  /** What the module calls it. */
  readonly key: string
  /** Its name on the wire, with the module's prefix. */
  readonly name: string
  /** The path of the module, and what kind of module it is. */
  readonly module: string
  readonly group: string | undefined
  /** The setting that has to be on. */
  readonly onlyWith: string | undefined
  readonly isRequired: boolean
  readonly isDeprecated: boolean
  readonly way: Way
  /** What it is where it is not sent; a text is still to be read. */
  readonly absent: string | false | undefined
  /** Whether it is the same for every request that does not send it. */
  readonly isConstant: boolean
}

/** Whose parameters they are. */
export type ParamOwner = Omit<HasParams<ParamSpecs>, 'params'>

const plans = new WeakMap<HasParams<ParamSpecs>, ParamPlan>()

/** The plan of a module; the first request that reads its parameters makes it. */
export function planOf(owner: HasParams<ParamSpecs>): ParamPlan {
  const known = plans.get(owner)
  if (known !== undefined) return known

  const made = makePlan(owner)
  plans.set(owner, made)
  return made
}

function makePlan(owner: HasParams<ParamSpecs>): ParamPlan {
  const params: PlannedParam[] = []
  const templates: Template[] = []
  const absent: Record<string, unknown> = {}
  for (const [name, spec] of Object.entries(owner.params)) {
    if (spec.template !== undefined) {
      templates.push({ name, spec, places: Object.entries(spec.template) })
      continue
    }
    const param = planParam(name, spec, owner)
    const constant = findConstant(param, spec)
    params.push({ ...param, isConstant: constant !== undefined })
    absent[name] = constant?.value
  }
  return { owner, params, templates, absent, posted: postedNames(owner) }
}

function postedNames({ prefix, params }: HasParams<ParamSpecs>): readonly string[] {
  return Object.entries(params).flatMap(([name, { posted }]) => (posted ? [prefix + name] : []))
}

/** Makes one parameter ready. */
export function planParam(
  key: string,
  spec: ParamSpec,
  { path, group, prefix }: ParamOwner,
): PlannedParam {
  const { type, onlyWith, required = false, deprecated = false } = spec
  const isText = type !== 'boolean' && type !== 'upload'
  return {
    key,
    name: prefix + key,
    module: path,
    group,
    onlyWith,
    isRequired: required,
    isDeprecated: deprecated,
    way: wayOf(spec),
    absent: isText ? spec.default : type === 'boolean' ? false : undefined,
    isConstant: false,
  }
}

/** What a parameter is where it is not sent, if nothing of a request has a say in that. */
function findConstant(
  param: PlannedParam,
  { type, required, onlyWith }: ParamSpec,
): { readonly value: unknown } | undefined {
  // Whether a file was sent is not seen among the names of texts.
  if (required || type === 'upload' || onlyWith !== undefined) return undefined
  try {
    const value = readAbsent(param, noRequest)
    if (!(value instanceof Promise)) {
      return { value: Array.isArray(value) ? Object.freeze(value) : value }
    }
    value.catch(() => undefined)
  } catch {
    // It asked for something, or it is wrong, of which every request is to hear.
  }
  return undefined
}

/** Stands for the request while none is there: whatever asks it for something fails. */
const noRequest = new Proxy({} as ParamReading, {
  get(_, name) {
    throw new RangeError(`Cannot read "${String(name)}": there is no request`)
  },
})
