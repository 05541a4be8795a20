import { everywhere } from '../../auth/addresses/address-ranges.ts'
import type { StoredBotPassword } from '../../auth/bot-passwords/bot-password-store.ts'
import { grantGroups, hiddenGrants } from '../../auth/groups/grant-groups.ts'
import { rightsIn } from '../../auth/groups/rights.ts'
import { isKnownHash } from '../../auth/passwords/passwords.ts'
import { type Html, html } from '../../messages/html.ts'
import { buttons } from '../forms/buttons.ts'
import { checkBox } from '../forms/check-box.ts'
import { errorSummary, type WrongField } from '../forms/error-summary.ts'
import { fieldSet } from '../forms/field-set.ts'
import { form } from '../forms/form.ts'
import { notice } from '../forms/notice.ts'
import { textArea } from '../forms/text-area.ts'
import type { PageCall } from '../page.ts'
import { listTitle } from './app-id.ts'
import { boxOf, type Choices } from './read-choices.ts'
import { sayGrant, sayGrantGroup } from './say-grants.ts'

/** What the form of a bot password shows. */
export interface EditFormParts {
  readonly appId: string
  /** What is kept of it; `undefined` for a new one. */
  readonly stored: StoredBotPassword | undefined
  /** What was sent before, and is to be sent again. */
  readonly typed?: Choices
  /** Why that did nothing. */
  readonly problem?: Html
}

/** Makes the form with which a bot password is made, changed and deleted. */
export async function editForm(parts: EditFormParts, call: PageCall): Promise<Html> {
  const { appId, stored, typed, problem } = parts
  const { say, user, settings } = call
  const name = `${user.name}${settings.UserrightsInterwikiDelimiter}${appId}`
  const body = [
    html`<div id="mw-botpasswords-table"><p>${say('botpasswords-label-name', html`<strong><bdi>${name}</bdi></strong>`)}</p>
`,
    stored && resetBox(stored, typed, call),
    await grantBoxes(parts, call),
    addressArea(parts, call),
    html`</div>`,
    stored ? changeButtons(call) : createButtons(call),
  ]
  const hidden = { redirectparams: '' }
  const title = `${listTitle}/${call.subpage}`
  return html`<p>${say('botpasswords-summary')}</p>
${problem ? notice('error', problem) : errorSummary(wrongFields(typed, call), call)}<h2>${say(stored ? 'botpasswords-editexisting' : 'botpasswords-createnew')}</h2>
${form({ title, id: 'mw-botpasswords-form', hidden, body }, call)}`
}

function wrongFields(typed: Choices | undefined, { say }: PageCall): readonly WrongField[] {
  const { grants, addresses } = typed?.errors ?? {}
  const fields = [
    { id: 'mw-input-wpgrants', label: say('botpasswords-label-grants'), error: grants },
    { id: 'mw-input-wprestrictions', label: say('restrictionsfield-label'), error: addresses },
  ]
  return fields.flatMap(({ error, ...field }) => (error ? [{ ...field, error }] : []))
}

function resetBox(
  { passwordHash }: StoredBotPassword,
  typed: Choices | undefined,
  { say }: PageCall,
): Html {
  return checkBox({
    id: 'mw-input-wpresetPassword',
    name: 'wpresetPassword',
    label: say('botpasswords-label-resetpassword'),
    help: say('botpasswords-help-resetpassword'),
    checked: typed?.resets ?? !isKnownHash(passwordHash),
  })
}

async function grantBoxes({ stored, typed }: EditFormParts, call: PageCall): Promise<Html> {
  const { say, settings, user } = call
  const held = await user.rights()
  const checked = new Set(typed?.grants ?? stored?.grants)
  const always = hiddenGrants(settings)
  const box = (grant: string): Html =>
    grantBox({ grant, held, checked: checked.has(grant), always: false }, call)
  const groups = grantGroups(settings).map(({ name, grants }) =>
    fieldSet(sayGrantGroup(name, call), grants.map(box)),
  )
  return html`<section id="mw-input-wpgrants" aria-labelledby="mw-label-wpgrants">
<h3 id="mw-label-wpgrants">${say('botpasswords-label-grants')}</h3>
<p>${say('botpasswords-help-grants')}</p>
${typed?.errors.grants && notice('error', typed.errors.grants)}${always.map((grant) => grantBox({ grant, held, checked: true, always: true }, call))}${groups}</section>
`
}

interface GrantBoxParts {
  readonly grant: string
  /** The rights that the visitor has. */
  readonly held: ReadonlySet<string>
  readonly checked: boolean
  /** Whether it cannot be left out. */
  readonly always: boolean
}

function grantBox({ grant, held, checked, always }: GrantBoxParts, call: PageCall): Html {
  const { say, settings } = call
  const rights = rightsIn(settings.GrantPermissions[grant])
  const lacking = rights.filter((right) => !held.has(right))
  const isRisk = settings.GrantRiskGroups[grant] === 'security'
  const help = [
    codes(rights.filter((right) => held.has(right))),
    lacking.length > 0 ? say('botpasswords-grant-lacking', codes(lacking)) : undefined,
    isRisk ? html`<strong>${say('botpasswords-grant-risk')}</strong>` : undefined,
  ]
  return checkBox({
    id: `mw-input-wpgrants-${grant}`,
    name: 'wpgrants[]',
    value: boxOf(grant),
    label: sayGrant(grant, call),
    help: html`${help.map((line) => line && html`<span class="jeton-line">${line}</span>`)}`,
    checked,
    disabled: always,
  })
}

function codes(rights: readonly string[]): Html | undefined {
  if (rights.length === 0) return undefined
  return html`${rights.map((right, at) => html`${at === 0 ? '' : ' '}<code>${right}</code>`)}`
}

function addressArea({ stored, typed }: EditFormParts, { say }: PageCall): Html {
  const error = typed?.errors.addresses
  return textArea({
    id: 'mw-input-wprestrictions',
    name: 'wprestrictions',
    label: say('restrictionsfield-label'),
    help: say('restrictionsfield-help'),
    value: (typed?.addresses ?? stored?.addresses ?? everywhere).join('\n'),
    ...(error && { error }),
    required: true,
  })
}

const cancel = { name: 'op', value: 'cancel', kind: 'normal', skipsChecks: true } as const

function createButtons({ say }: PageCall): Html {
  return buttons(
    { name: 'op', value: 'create', label: say('botpasswords-label-create') },
    { ...cancel, label: say('botpasswords-label-cancel') },
  )
}

function changeButtons({ say }: PageCall): Html {
  return buttons(
    { name: 'op', value: 'update', label: say('botpasswords-label-update') },
    {
      ...{ name: 'op', value: 'delete', kind: 'destructive', skipsChecks: true },
      label: say('botpasswords-label-delete'),
    },
    { ...cancel, label: say('botpasswords-label-cancel') },
  )
}
