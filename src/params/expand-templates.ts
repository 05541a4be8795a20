import { message } from '../messages/message.ts'
import { escapeWikitext } from '../messages/say.ts'
import { warning } from '../result/problem.ts'
import type { ParamOwner, ParamPlan } from './param-plan.ts'
import type { ParamSpec } from './param-spec.ts'
import type { ParamReading } from './read-params.ts'

/** A parameter whose name still has places for the values of others. */
export interface Template {
  readonly name: string
  readonly spec: ParamSpec
  /** Which parameter each place in the name is for. */
  readonly places: readonly (readonly [place: string, target: string])[]
}

/**
 * The parameters that templates stand for, as they are needed: `{fruit}-quantity` is `apples-quantity` where
 * `fruit` is `apples`. One that depends on another template is found once the values of that are read.
 */
export function* expandTemplates(
  { owner, templates }: Pick<ParamPlan, 'owner' | 'templates'>,
  read: ReadonlyMap<string, unknown>,
  reading: ParamReading,
): Generator<readonly [name: string, spec: ParamSpec]> {
  const warned = new Set<string>()
  const waiting = [...templates]
  while (true) {
    const template = waiting.shift()
    if (template === undefined) return

    const found = template.places.find(([, target]) => read.has(target))
    if (found === undefined) continue
    const [place, target] = found
    for (const value of valuesOf(read.get(target))) {
      if (/[{}]/.test(value)) {
        const problem = warnOfBraces(owner, target, value)
        if (!warned.has(`${target}=${value}`)) reading.warn(problem)
        warned.add(`${target}=${value}`)
        continue
      }
      const next = fillIn(template, place, value)
      if (next.places.length > 0) waiting.push(next)
      else yield [next.name, next.spec]
    }
  }
}

function fillIn({ name, spec, places }: Template, place: string, value: string): Template {
  const fill = (text: string): string => text.replaceAll(`{${place}}`, () => value)
  const others = places.filter(([other]) => other !== place)
  return {
    name: fill(name),
    spec,
    places: others.map(([other, target]) => [other, fill(target)] as const),
  }
}

function valuesOf(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.map(String) : []
}

function warnOfBraces({ path, prefix }: ParamOwner, target: string, value: string) {
  const params = [escapeWikitext(prefix + target), escapeWikitext(value)]
  return warning(path, message('apiwarn-ignoring-invalid-templated-value', ...params))
}
