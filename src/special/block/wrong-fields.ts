import type { MessageKey } from '../../messages/message.ts'
import type { WrongField } from '../forms/error-summary.ts'
import { openControl } from '../forms/select-or-other.ts'
import type { PageCall } from '../page.ts'
import type { BlockErrors, BlockField } from './block-errors.ts'
import type { BlockFields } from './block-fields.ts'
import { chosenExpiry } from './block-form.ts'

// In the order of the form; with the others, nothing can be wrong.
const labels = [
  ['wpTarget', 'ipaddressorusername'],
  ['wpEditingRestriction', 'ipb-type-label'],
  ['wpPageRestrictions', 'ipb-pages-label'],
  ['wpNamespaceRestrictions', 'ipb-namespaces-label'],
  ['wpDisableEmail', 'ipbemailban'],
  ['wpDisableUTEdit', 'ipb-disableusertalk'],
  ['wpExpiry', 'ipbexpiry'],
  ['wpHideUser', 'ipbhidename'],
] as const satisfies readonly (readonly [BlockField, MessageKey])[]

/** The fields of a block with which something is wrong. */
export function wrongFields(
  fields: BlockFields,
  errors: BlockErrors,
  { say }: PageCall,
): readonly WrongField[] {
  return labels.flatMap(([name, label]) => {
    const error = errors.fields[name]
    return error === undefined ? [] : [{ id: idOf(name, fields), label: say(label), error }]
  })
}

function idOf(name: BlockField, fields: BlockFields): string {
  const id = `mw-input-${name}`
  if (name === 'wpTarget') return 'mw-bi-target'
  return name === 'wpExpiry' ? openControl({ id, value: chosenExpiry(fields) }) : id
}
