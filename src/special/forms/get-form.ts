import { type Html, html } from '../../messages/html.ts'
import type { PageCall } from '../page.ts'

/** What a form that only asks is made of. */
export interface GetFormParts {
  /** The page that is asked: `Special:BlockList`. */
  readonly title: string
  readonly id?: string
  readonly name?: string
  readonly body: readonly (Html | undefined)[]
}

/** Makes a form that asks by address and changes nothing. */
export function getForm({ title, id, name, body }: GetFormParts, { settings }: PageCall): Html {
  const names = [
    id === undefined ? undefined : html` id="${id}"`,
    name === undefined ? undefined : html` name="${name}"`,
  ]
  // What the address says would be lost: the title has to be a field.
  return html`<form class="mw-htmlform jeton-form" action="${settings.ScriptPath}/index.php" method="get"${names}><input type="hidden" value="${title}" name="title"/>
${body}
</form>
`
}
