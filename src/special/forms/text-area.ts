import { type Html, html } from '../../messages/html.ts'
import { type FieldParts, field, fieldAttributes } from './field.ts'

/** A field for several lines of text. */
export interface TextAreaParts extends FieldParts {
  readonly value?: string
  readonly rows?: number
}

/** Makes a field for several lines of text. */
export function textArea(parts: TextAreaParts): Html {
  const { value = '', rows = 5 } = parts
  return field(
    parts,
    // A browser takes away a line break that follows the tag at once.
    html`<div class="cdx-text-area"><textarea class="cdx-text-area__textarea" rows="${rows}" ${fieldAttributes(parts)}>\n${value}</textarea></div>`,
  )
}
