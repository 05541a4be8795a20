import { type Message, message } from '../messages/message.ts'
import { type Problem, warning } from '../result/problem.ts'
import type { ParamPlace } from './param-types.ts'

type Named = Pick<ParamPlace, 'module' | 'group' | 'name'>

/** The warnings about a parameter, or a value of one, that is going out of use. */
export function deprecation(place: Named, why: Message, value = ''): readonly Problem[] {
  const feature = `${pathOf(place)}${place.name}${value}`
  return [
    warning(place.module, why, { code: 'deprecation', data: { feature } }),
    warning('main', message('api-usage-mailinglist-ref'), { code: 'deprecation-help' }),
  ]
}

/** How a request names the module: `action=query&list=random&`. */
function pathOf({ module, group }: Named): string {
  if (group === undefined) return ''
  const [name = '', submodule] = module.split('+')
  if (submodule === undefined) return `${group}=${name}&`
  return `action=${name}&${group}=${submodule}&`
}
