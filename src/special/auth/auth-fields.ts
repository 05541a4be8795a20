import type { AuthField, AuthRequest } from '../../auth/manager/auth-request.ts'
import type { MessageKey } from '../../messages/message.ts'
import { mergeFields } from '../../modules/auth/merge-fields.ts'

/** How a page shows a field otherwise than as its provider describes it. */
export interface FieldLook {
  /** The name of the field in the form, if not the provider's. */
  readonly name?: string
  readonly id?: string
  readonly label?: MessageKey
  readonly help?: MessageKey
  readonly autocomplete?: string
  readonly type?: 'email'
  readonly maxLength?: number
  /** Whether it may not be left empty, whatever its provider says. */
  readonly required?: boolean
}

/** The fields that a page knows, by the providers' names, in the order in which it shows them. */
export type FieldLooks = Readonly<Record<string, FieldLook>>

/** A field of an authentication in a form. */
export interface PageField extends Omit<FieldLook, 'required'> {
  /** What its provider calls it. */
  readonly key: string
  readonly name: string
  readonly id: string
  readonly field: AuthField
  readonly required: boolean
}

/** Makes one form of all requests: the fields that the page knows come first, those of others keep their names. */
export function authFields(
  requests: readonly AuthRequest[],
  looks: FieldLooks,
): readonly PageField[] {
  const merged = mergeFields(requests)
  const known = Object.keys(looks).filter((key) => Object.hasOwn(merged, key))
  const keys = new Set([...known, ...Object.keys(merged)])
  return [...keys].flatMap((key) => {
    const field = merged[key]
    if (field === undefined) return []

    const look: FieldLook = (Object.hasOwn(looks, key) && looks[key]) || {}
    const name = look.name ?? key
    const required = look.required ?? !field.optional
    return [{ id: `mw-input-${name}`, ...look, key, name, field, required }]
  })
}
