import { formParts } from '../request/form-parts.ts'
import type { ShownModule } from '../request/shown-modules.ts'
import { element } from './element.ts'
import type { FieldEvents, FieldView } from './field-view.ts'
import { type ModuleView, moduleView } from './module-view.ts'
import { say } from './say.ts'

/** The fields of the whole request. */
export interface FormView {
  readonly element: HTMLElement
  show(modules: readonly ShownModule[], values: ReadonlyMap<string, string>): void
  fields(): readonly FieldView[]
}

/** Makes the form: what is asked, the modules that are asked, how the answer comes, and what is left. */
export function formView(given: Omit<FieldEvents, 'makeId'>, others: HTMLElement): FormView {
  let count = 0
  const events = { ...given, makeId: () => `sandbox-field-${count++}` }
  const views = new Map<string, ModuleView>()
  const places = {
    action: element('div'),
    modules: element('div'),
    format: element('div'),
    general: element('div'),
  }
  return {
    element: element(
      'div',
      { class: 'jeton-form jeton-sandbox-form' },
      ...[places.action, places.modules, others],
      fold('pages-sandbox-format', places.format),
      fold('pages-sandbox-general', places.general),
    ),
    show(modules, values) {
      const parts = formParts(modules)
      for (const part of ['action', 'modules', 'format', 'general'] as const) {
        const shown = parts[part].map((module) => {
          const view = views.get(module.key) ?? moduleView(module, events)
          views.set(module.key, view)
          view.update(module.params, values)
          return view.element
        })
        arrange(places[part], shown)
      }
      const keys = new Set(
        Object.values(parts).flatMap((part: readonly ShownModule[]) => part.map(({ key }) => key)),
      )
      for (const key of views.keys()) if (!keys.has(key)) views.delete(key)
    },
    fields: () => [...views.values()].flatMap((view) => [...view.fields]),
  }
}

/** What stays is not moved: a field that is moved loses the focus. */
function arrange(place: HTMLElement, shown: readonly HTMLElement[]): void {
  for (const child of [...place.children]) {
    if (!shown.some((element) => element === child)) child.remove()
  }
  for (const [at, element] of shown.entries()) {
    if (place.children[at] !== element) place.insertBefore(element, place.children[at] ?? null)
  }
}

function fold(label: string, content: HTMLElement): HTMLElement {
  return element(
    'details',
    { class: 'jeton-sandbox-fold' },
    element('summary', {}, say(label)),
    content,
  )
}
