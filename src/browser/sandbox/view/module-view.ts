import type { ModuleInfo } from '../module-info.ts'
import type { ShownModule, ShownParam } from '../request/shown-modules.ts'
import { element } from './element.ts'
import { type FieldEvents, type FieldView, fieldView } from './field-view.ts'
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
  if (module.group === undefined) return []
  const name = element(
    'bdi',
    { class: 'jeton-sandbox-name', lang: 'en', translate: 'no' },
    `${module.group}=${module.name}`,
  )
  const about = element('div', { class: 'jeton-sandbox-about' }, safeHtml(module.description ?? ''))
  return [element('h2', {}, name), about]
}
