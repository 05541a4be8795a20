import type { ModuleInfo } from '../module-info.ts'
import { readQuery } from '../request/read-query.ts'
import type { ShownModule, ShownParam } from '../request/shown-modules.ts'
import { writeQuery } from '../request/write-query.ts'
import { element } from './element.ts'
import { type FieldEvents, type FieldView, fieldView } from './field-view.ts'
import { readPageData } from './page-data.ts'
import { safeHtml } from './safe-html.ts'
import { say } from './say.ts'

/** A module of the request, with a field for each of its parameters. */
export interface ModuleView {
  readonly element: HTMLElement
  readonly fields: Iterable<FieldView>
  /** Shows these parameters, and keeps the fields of those that it shows already. */
  update(params: readonly ShownParam[], values: ReadonlyMap<string, string>): void
}

/** Makes the part of the form for a module. */
export function moduleView({ module }: ShownModule, events: FieldEvents): ModuleView {
  const fields = new Map<string, FieldView>()
  const usual = element('div')
  const old = element('div')
  const deprecated = element(
    'details',
    { class: 'jeton-sandbox-fold' },
    element('summary', {}, say('apisandbox-deprecated-parameters')),
    old,
  )
  return {
    element: element('section', {}, ...headOf(module), usual, deprecated),
    fields: { [Symbol.iterator]: () => fields.values() },
    update(params, values) {
      for (const [name, field] of fields) {
        if (params.some((param) => param.name === name)) continue
        field.element.remove()
        fields.delete(name)
      }
      for (const param of params) {
        const field = fields.get(param.name) ?? fieldView(param, events)
        if (!fields.has(param.name)) (param.info.deprecated ? old : usual).append(field.element)
        fields.set(param.name, field)
        field.show(values.get(param.name))
      }
      deprecated.hidden = old.childElementCount === 0
      if (params.some(({ info, name }) => info.deprecated && values.has(name)))
        deprecated.open = true
    },
  }
}

function headOf(module: ModuleInfo): readonly HTMLElement[] {
  const { group, name, path, description = '', examples = [] } = module
  if (group === undefined) return []
  const heading = element('bdi', { class: 'jeton-sandbox-name', lang: 'en' }, `${group}=${name}`)
  const help = element('a', { href: helpAddress(path) }, say('pages-sandbox-help'))
  return [
    element('h2', { translate: 'no' }, heading),
    element('div', { class: 'jeton-sandbox-about' }, safeHtml(description), element('p', {}, help)),
    ...(examples.length === 0 ? [] : [exampleList(examples)]),
  ]
}

/** Requests to begin with: the address of each fills in the form. */
function exampleList(examples: NonNullable<ModuleInfo['examples']>): HTMLElement {
  const items = examples.map(({ query, description }) => {
    const address = `#${writeQuery(readQuery(query))}`
    const link = element('a', { href: address, dir: 'ltr', lang: 'en', translate: 'no' }, query)
    return element('li', {}, safeHtml(description), element('br'), link)
  })
  return element(
    'details',
    {},
    element('summary', {}, say('apisandbox-examples')),
    element('ul', { class: 'jeton-sandbox-examples' }, ...items),
  )
}

const { config } = readPageData()

/** The page that documents a module. */
function helpAddress(path: string): string {
  return config.wgArticlePath.replace('$1', () => `Special:ApiHelp/${encodeURIComponent(path)}`)
}
