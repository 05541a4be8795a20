import type { FoundProblem } from '../answer/find-problems.ts'
import type { Offer } from './answer-view.ts'
import type { FieldView } from './field-view.ts'
import { say } from './say.ts'

/** Says at each field what is wrong with it, and offers to go to those. */
export function showProblems(
  problems: readonly FoundProblem[],
  fields: readonly FieldView[],
): readonly Offer[] {
  return fields.flatMap((field) => {
    const { name } = field.param
    const own = problems.filter(({ params }) => params.includes(name))
    field.showProblem(own.map(({ text }) => text).join(' '))
    if (own.length === 0) return []
    return [{ label: say('pages-sandbox-goto', name), act: () => field.focus() }]
  })
}
