import type { ParamSpec } from '../../params/param-spec.ts'
import { annotate, listOf, type ResultObject, type ResultValue } from '../../result/value.ts'
import { deprecatedValues, internalValues, valuesOf } from '../documentation/param-values.ts'
import { wordsOfParam } from '../documentation/words-of.ts'
import type { Described } from '../module.ts'
import type { WordSpeller } from './help-format.ts'

/** What a description needs to know of who asks. */
export interface Reader {
  readonly words: WordSpeller
  readonly hasHighLimits: boolean
}

/** What there is to know about one parameter, in MediaWiki's order. */
export function paramInfo(
  module: Described,
  [name, spec]: readonly [name: string, spec: ParamSpec],
  index: number,
  reader: Reader,
): ResultObject {
  const { submodules, template } = spec
  const isMulti = spec.multi === true || spec.type === 'tags'
  return {
    index,
    name,
    ...(template && { templatevars: annotate({ ...template }, { itemTag: 'var' }) }),
    description: reader.words.all(wordsOfParam(module, name, spec)),
    type: typeOf(module, spec),
    required: spec.required === true,
    deprecated: spec.deprecated,
    sensitive: spec.sensitive ?? (spec.type === 'password' ? true : undefined),
    default: defaultOf(spec),
    multi: isMulti,
    ...(isMulti && severalValues(spec, reader)),
    extranamespaces: spec.extraNamespaces && listOf('ns', spec.extraNamespaces),
    subtypes: spec.type === 'user' ? listOf('subtype', spec.forms ?? ['name']) : undefined,
    min: spec.min,
    max: spec.max,
    highmax: spec.highMax,
    enforcerange: spec.enforceRange,
    maxbytes: spec.maxBytes,
    maxchars: spec.maxChars,
    mustExist: spec.type === 'title' ? spec.mustExist === true : undefined,
    submodules: submodules && sortedSubmodules(module, spec),
    submoduleparamprefix: name === 'generator' && submodules ? 'g' : undefined,
    deprecatedvalues: namesOf(deprecatedValues(module, spec)),
    internalvalues: namesOf(internalValues(module, spec)),
    tokentype: name === 'token' ? module.token : undefined,
  }
}

function typeOf(module: Described, spec: ParamSpec): ResultValue {
  if (spec.type === 'tags') return listOf('t', [])
  if (typeof spec.type === 'string') return spec.type
  return listOf('t', valuesOf(module, spec))
}

function defaultOf({ type, default: given }: ParamSpec): ResultValue | undefined {
  const isNumber = type === 'integer' || type === 'limit' || type === 'namespace'
  return isNumber && /^-?\d+$/.test(given ?? '') ? Number(given) : given
}

function severalValues(spec: ParamSpec, { hasHighLimits }: Reader): ResultObject {
  const [lowlimit, highlimit] = spec.mostValues ?? [50, 500]
  const isAll = spec.all === true || spec.type === 'namespace'
  return {
    lowlimit,
    highlimit,
    limit: hasHighLimits ? highlimit : lowlimit,
    allowsduplicates: spec.duplicates,
    allspecifier: isAll ? '*' : undefined,
  }
}

function sortedSubmodules(module: Described, spec: ParamSpec): Readonly<Record<string, string>> {
  const paths = spec.submodules ?? {}
  return Object.fromEntries(valuesOf(module, spec).map((name) => [name, paths[name] ?? name]))
}

function namesOf(values: readonly string[]): ResultValue | undefined {
  return values.length === 0 ? undefined : listOf('v', values)
}
