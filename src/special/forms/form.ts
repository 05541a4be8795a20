import { type Html, html } from '../../messages/html.ts'
import type { PageCall, Query } from '../page.ts'
import { formToken } from './form-token.ts'

/** What a form is made of. */
export interface FormParts {
  /** The page that the form is sent to: `Special:BotPasswords/bot`. */
  readonly title: string
  /** What its address asks besides, as `returnto`. */
  readonly query?: Query
  readonly id?: string
  readonly name?: string
  /** Fields and buttons, one below the other. */
  readonly body: readonly (Html | undefined)[]
  /** What is sent without being shown, after the token. */
  readonly hidden?: Query
  /** What the token is made with; `''` unless given. */
  readonly salt?: string
}

/** Makes a form that is sent by POST, with MediaWiki's hidden fields. */
export function form(parts: FormParts, call: PageCall): Html {
  const { title, query, id, name, body, hidden = {}, salt } = parts
  // The title stands in a hidden field, too: some programs send no query.
  const action = call.addressOf(title, { ...query })
  const names = [
    ...(id === undefined ? [] : [html` id="${id}"`]),
    ...(name === undefined ? [] : [html` name="${name}"`]),
  ]
  return html`<form class="mw-htmlform jeton-form" action="${action}" method="post"${names}><input type="hidden" value="${title}" name="title"/>
${body}
<input id="wpEditToken" type="hidden" value="${formToken(call, salt)}" name="wpEditToken"/>
${Object.entries(hidden).map(hiddenField)}</form>`
}

/** Spelled as MediaWiki spells it, which leaves out what is empty: programs look for just that. */
function hiddenField([name, value]: readonly [string, string]): Html {
  const given = value === '' ? undefined : html` value="${value}"`
  return html`<input name="${name}" type="hidden"${given}/>\n`
}
