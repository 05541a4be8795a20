import { type Html, type HtmlPart, html } from '../../messages/html.ts'

/** How much a notice matters. */
export type NoticeKind = 'notice' | 'success' | 'warning' | 'error'

/** Makes a notice that stands out; one that says what went wrong is read out at once. */
export function notice(kind: NoticeKind, text: HtmlPart): Html {
  const role = kind === 'error' ? html` role="alert"` : html` role="status"`
  return html`<div class="cdx-message cdx-message--block cdx-message--${kind} mw-message-box mw-message-box-${kind}"${role}><span class="cdx-message__icon"></span><div class="cdx-message__content">${text}</div></div>
`
}
