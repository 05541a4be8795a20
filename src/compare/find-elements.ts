import { childrenOf, type Markup } from './read-markup.ts'

/** Finds elements as CSS does, by `name#id.class[attribute=value]`, inside of others or right inside (`>`). */
export function findElements(within: Markup, selector: string): readonly Markup[] {
  let found: readonly Markup[] = [within]
  let isDirect = false
  for (const part of selector.split(' ')) {
    if (part === '>') {
      isDirect = true
      continue
    }
    const candidates = found.flatMap(isDirect ? childrenOf : descendantsOf)
    found = candidates.filter((element) => fits(element, part))
    isDirect = false
  }
  return found
}

function descendantsOf(element: Markup): readonly Markup[] {
  return childrenOf(element).flatMap((child) => [child, ...descendantsOf(child)])
}

const attribute = /\[([\w-]+)(?:="?([^\]"]*)"?)?\]/g

function fits({ name, attributes }: Markup, part: string): boolean {
  const names = part.replaceAll(attribute, '')
  const [tag] = /^\w+/.exec(names) ?? []
  const [, id] = /#([\w-]+)/.exec(names) ?? []
  const classes = (attributes.get('class') ?? '').split(/\s+/)
  return (
    (tag === undefined || tag === name) &&
    (id === undefined || id === attributes.get('id')) &&
    [...names.matchAll(/\.([\w-]+)/g)].every(([, wanted = '']) => classes.includes(wanted)) &&
    [...part.matchAll(attribute)].every(
      ([, key = '', value]) =>
        attributes.has(key) && (value === undefined || attributes.get(key) === value),
    )
  )
}
