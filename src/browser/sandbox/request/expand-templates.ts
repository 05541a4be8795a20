import type { ModuleInfo, ParamInfo } from '../module-info.ts'
import { splitValues } from './list-values.ts'

/** More fields than anybody fills in. */
const most = 500

/** A parameter of which the name still has places for the values of others. */
interface Template {
  readonly info: ParamInfo
  /** Which parameter fills each place of the name. */
  readonly places: readonly (readonly [place: string, source: string])[]
}

/**
 * The parameters that stand for others: `{fruit}-quantity` is `apples-quantity` where `fruit` is `apples`. The
 * parameter that fills a place may stand for others itself.
 */
export function expandTemplates(
  { templatedparameters }: Pick<ModuleInfo, 'templatedparameters'>,
  find: (name: string) => string | undefined,
): readonly ParamInfo[] {
  const found: ParamInfo[] = []
  const waiting = templatedparameters.map(
    (info): Template => ({ info, places: Object.entries(info.templatevars ?? {}) }),
  )
  while (found.length < most) {
    const template = waiting.shift()
    if (template === undefined) break

    const [first] = template.places
    if (first === undefined) {
      found.push(template.info)
      continue
    }
    const [place, source] = first
    const values = splitValues(find(source) ?? '').filter((value) => !/[{}]/.test(value))
    waiting.push(...values.slice(0, most).map((value) => fillIn(template, place, value)))
  }
  return found
}

function fillIn({ info, places }: Template, place: string, value: string): Template {
  const fill = (text: string): string => text.replaceAll(`{${place}}`, () => value)
  return {
    info: { ...info, name: fill(info.name) },
    places: places.slice(1).map(([other, source]) => [other, fill(source)]),
  }
}
