import { type Html, type HtmlPart, html } from '../../messages/html.ts'

/** A button that sends its form. */
export interface ButtonParts {
  readonly label: HtmlPart
  readonly id?: string
  /** The parameter that says which button it was. */
  readonly name?: string
  readonly value?: string
  /** The one that most people want, one of several, or one that takes something away. */
  readonly kind?: 'primary' | 'normal' | 'destructive'
  /** Whether it sends the form whatever is in its fields. */
  readonly skipsChecks?: boolean
}

const classes = {
  primary: 'cdx-button--action-progressive cdx-button--weight-primary',
  normal: 'cdx-button--action-default cdx-button--weight-normal',
  destructive: 'cdx-button--action-destructive cdx-button--weight-normal',
} as const

/** Makes a button that sends its form. */
export function button(parts: ButtonParts): Html {
  const { label, id, name, value, kind = 'primary', skipsChecks } = parts
  return html`<button class="mw-htmlform-submit cdx-button ${classes[kind]}" type="submit"${[
    id === undefined ? undefined : html` id="${id}"`,
    name === undefined ? undefined : html` name="${name}"`,
    value === undefined ? undefined : html` value="${value}"`,
    skipsChecks ? html` formnovalidate=""` : undefined,
  ]}>${label}</button>
`
}
