import { Html, html } from '../../messages/html.ts'
import type { Described } from '../module.ts'
import type { HelpContext } from './help-context.ts'

/** The heading of a module, by whose id it is found, and the way to it from the main module. */
export function moduleHeader(module: Described, level: number, context: HelpContext): Html {
  const { path, group } = module
  const trail = group === undefined && context.isAlone ? undefined : linkTrail(module, context)
  const tag = new Html(`h${Math.min(level, 6)}`)
  const attributes =
    group === undefined
      ? html`class="apihelp-header" id="${path}"`
      : html`class="apihelp-header apihelp-module-name" dir="ltr" lang="en" id="${path}"`
  return html`<${tag} ${attributes}>${headingOf(module, context)}</${tag}>${trail}
`
}

/** What a module is called in headings: `meta=tokens`, `action=login (lg)`. */
export function headingOf({ group, name, prefix }: Described, { say }: HelpContext): Html {
  if (group === undefined) return say('api-help-main-header')
  return html`${group}=${name}${prefix === '' ? '' : ` (${prefix})`}`
}

function linkTrail({ path }: Described, { isAlone, helpOf }: HelpContext): Html {
  const names = path === 'main' ? [] : path.split('+')
  const steps = [
    { name: 'main', path: 'main' },
    ...names.map((name, index) => ({ name, path: names.slice(0, index + 1).join('+') })),
  ]
  const links = steps.map((step, index) => {
    const separator = index === 0 ? '' : ' | '
    const link =
      isAlone && step.path === path
        ? html`<b dir="ltr" lang="en">${step.name}</b>`
        : html`<a href="${helpOf(step.path)}" class="apihelp-linktrail" dir="ltr" lang="en">${step.name}</a>`
    return html`${separator}${link}`
  })
  return html`<div class="apihelp-linktrail">(${links})</div>`
}
