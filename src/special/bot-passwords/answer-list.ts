import { everywhere } from '../../auth/addresses/address-ranges.ts'
import type { StoredBotPassword } from '../../auth/bot-passwords/bot-password-store.ts'
import { isKnownHash } from '../../auth/passwords/passwords.ts'
import { type Html, type HtmlPart, html } from '../../messages/html.ts'
import { buttons } from '../forms/buttons.ts'
import { form } from '../forms/form.ts'
import { readFormState } from '../forms/form-token.ts'
import { notice } from '../forms/notice.ts'
import { textField } from '../forms/text-field.ts'
import type { PageAnswer, PageCall } from '../page.ts'
import { table } from '../table.ts'
import { isAppId, listTitle, titleOf } from './app-id.ts'
import { sayGrant } from './say-grants.ts'

/** Lists the visitor's bot passwords, and takes the name of another one. */
export async function answerList(call: PageCall): Promise<PageAnswer> {
  const appId = call.field('wpappId').trim()
  const state = readFormState(call)
  const title = isAppId(appId) ? titleOf(appId, call) : undefined
  if (state === 'sent' && title !== undefined) return { redirect: call.addressOf(title) }

  const { user, sources, say } = call
  const error = state === 'sent' ? whyNot(appId, call) : undefined
  const stored = await sources.botPasswords.list(user.id)
  const body = [
    stored.length === 0 ? undefined : existing(stored, call),
    html`<section id="mw-htmlform-createnew">
<h2>${say('botpasswords-createnew')}</h2>
${nameField(appId, error, call)}${buttons({ label: say('botpasswords-label-create') })}</section>
`,
  ]
  const hidden = { redirectparams: '', op: 'new' }
  return {
    body: html`<p>${say('botpasswords-summary')}</p>
${state === 'stale' ? notice('error', say('sessionfailure')) : undefined}${form({ title: listTitle, id: 'mw-botpasswords-form', hidden, body }, call)}`,
  }
}

function whyNot(appId: string, { say }: PageCall): Html {
  if (appId === '') return say('htmlform-required')
  const why = isAppId(appId) ? 'botpasswords-bad-title' : 'botpasswords-bad-appid'
  return say(why, html`<bdi>${appId}</bdi>`)
}

function nameField(value: string, error: Html | undefined, { say }: PageCall): Html {
  return textField({
    id: 'mw-input-wpappId',
    name: 'wpappId',
    label: say('botpasswords-label-appid'),
    help: say('botpasswords-help-appid'),
    value,
    ...(error && { error }),
    required: true,
    maxLength: 32,
    autocomplete: 'off',
  })
}

function existing(stored: readonly StoredBotPassword[], call: PageCall): Html {
  const { say, text } = call
  return html`<section id="mw-htmlform-existing">
<h2>${say('botpasswords-existing')}</h2>
${table({
  id: 'mw-botpasswords-table',
  caption: text('botpasswords-existing'),
  columns: [
    text('botpasswords-label-appid'),
    text('botpasswords-column-grants'),
    text('botpasswords-column-addresses'),
  ],
  rows: stored.map((each) => ({ cells: cells(each, call) })),
  namesRows: true,
})}</section>
`
}

function cells(stored: StoredBotPassword, call: PageCall): readonly HtmlPart[] {
  const { appId, passwordHash, grants, addresses } = stored
  const title = titleOf(appId, call)
  const name = html`<bdi>${appId}</bdi>`
  const link = title === undefined ? name : html`<a href="${call.addressOf(title)}">${name}</a>`
  const isUsable = isKnownHash(passwordHash)
  const isEverywhere = everywhere.every((range) => addresses.includes(range))
  return [
    isUsable ? link : html`${link} <strong>${call.say('botpasswords-label-needsreset')}</strong>`,
    [...new Set(grants)].map((grant) => sayGrant(grant, call)).join(' · '),
    isEverywhere ? call.say('botpasswords-everywhere') : listed(addresses),
  ]
}

/** An address may break, so that it makes no column wide. */
function listed(addresses: readonly string[]): Html {
  return html`${addresses.map((address, at) => html`${at === 0 ? '' : ' · '}<bdi>${address}</bdi>`)}`
}
