import { type Html, html } from '../../messages/html.ts'
import { notice } from '../forms/notice.ts'
import type { PageCall, ShownPage } from '../page.ts'
import { linkBack } from '../return-link.ts'
import { listTitle } from './app-id.ts'

/** What has been done to a bot password, with its new secret, which is shown only this once. */
export interface Done {
  readonly appId: string
  readonly done: 'created' | 'updated' | 'deleted'
  readonly secret?: string
}

/** Says what has been done, and what a program now logs in with. */
export function showDone({ appId, done, secret }: Done, call: PageCall): ShownPage {
  const { say, text, user, addressOf } = call
  const said = say(
    `botpasswords-${done}-body`,
    html`<bdi>${appId}</bdi>`,
    html`<bdi>${user.name}</bdi>`,
  )
  return {
    title: text(`botpasswords-${done}-title`),
    body: html`${notice('success', said)}${secret && sayLogin(appId, secret, call)}
${linkBack(addressOf(listTitle), say('botpasswords'), call)}`,
  }
}

function sayLogin(appId: string, secret: string, { say, user, settings }: PageCall): Html {
  const separator = settings.UserrightsInterwikiDelimiter
  const name = `${user.name}${separator}${appId}`
  return html`<h2>${say('botpasswords-login')}</h2>
<p>${say('botpasswords-login-once')}</p>
<dl class="jeton-secrets">
<dt>${say('botpasswords-login-name')}</dt><dd><code id="mw-botpasswords-name">${name}</code></dd>
<dt>${say('botpasswords-login-password')}</dt><dd><code id="mw-botpasswords-password">${secret}</code></dd>
</dl>
<p>${say('botpasswords-login-old')}</p>
<dl class="jeton-secrets">
<dt>${say('botpasswords-login-name')}</dt><dd><code>${user.name}</code></dd>
<dt>${say('botpasswords-login-password')}</dt><dd><code>${`${appId}${separator}${secret}`}</code></dd>
</dl>
<h2>${say('botpasswords-use')}</h2>
<p>${say('botpasswords-use-request')}</p>
<pre class="jeton-secrets"><code>${request(name, secret)}</code></pre>
<p>${say('botpasswords-use-pywikibot', html`<code>user-password.py</code>`)}</p>
<pre class="jeton-secrets"><code>${`(${quote(user.name)}, BotPassword(${quote(appId)}, ${quote(secret)}))`}</code></pre>
`
}

function request(lgname: string, lgpassword: string): string {
  const form = { action: 'login', format: 'json', lgname, lgpassword }
  return `${new URLSearchParams(form)}&lgtoken=…`
}

/** Spells a text as Python does. */
function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
