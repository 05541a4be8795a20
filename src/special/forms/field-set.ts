import { type Html, type HtmlPart, html } from '../../messages/html.ts'

/** Makes a group of fields that have a name together. */
export function fieldSet(label: HtmlPart, fields: readonly (Html | undefined)[]): Html {
  return html`<fieldset class="cdx-field"><legend class="cdx-label"><span class="cdx-label__label__text">${label}</span></legend>
<div class="cdx-field__control">${fields}</div></fieldset>
`
}
