import { type Html, html } from '../../messages/html.ts'
import { spokenLanguage } from '../../messages/languages.ts'
import { sayDuration } from '../../messages/say-duration.ts'
import { type Period, sayPeriod } from '../../messages/say-period.ts'
import { blockActionNames, blockActions } from '../../modules/block/block-actions.ts'
import { buttons } from '../forms/buttons.ts'
import { checkBox } from '../forms/check-box.ts'
import { fieldSet } from '../forms/field-set.ts'
import { form } from '../forms/form.ts'
import { radioField } from '../forms/radio-field.ts'
import { selectField } from '../forms/select-field.ts'
import { selectOrOther } from '../forms/select-or-other.ts'
import { textArea } from '../forms/text-area.ts'
import { textField } from '../forms/text-field.ts'
import { readQuery, spellQuery } from '../local-url.ts'
import type { PageCall } from '../page.ts'
import { specialTitle } from '../special-title.ts'
import type { BlockErrors, BlockField } from './block-errors.ts'
import type { BlockFields } from './block-fields.ts'
import { blockReasons } from './block-reasons.ts'

// biome-ignore format: a list
const periods: readonly Period[] = [
  '2 hours', '1 day', '3 days', '1 week', '2 weeks', '1 month', '3 months', '6 months', '1 year',
]

/** What the form is shown with. */
export interface ShownBlock {
  readonly fields: BlockFields
  readonly errors: BlockErrors
  /** Whom it is about, as the wiki spells it; `''` for nobody yet. */
  readonly targetName: string
  readonly isBlocked: boolean
}

/** The form that blocks somebody, or changes a block that there is. */
export async function blockForm(shown: ShownBlock, call: PageCall): Promise<Html> {
  const { say, subpage, isPosted } = call
  const { fields, targetName, isBlocked, errors } = shown
  const isAsked = errors.isToConfirm === true
  // Who came to change this block need not say so twice.
  const isMeant = isBlocked && !isPosted
  const title = specialTitle('Block', subpage)
  const whole = form(
    {
      title,
      hidden: {
        redirectparams: spellQuery(readQuery(call.params)),
        wpPreviousTarget: targetName,
        ...(isAsked ? {} : { wpConfirm: isMeant || fields.isConfirmed ? '1' : '' }),
      },
      body: [
        targetField(shown, call),
        kindFields(shown, call),
        await detailFields(shown, call),
        expiryField(shown, call),
        reasonFields(shown, call),
        await optionFields(shown, call),
        isAsked ? box('wpConfirm', say('ipb-confirm'), false, shown) : undefined,
        buttons({ label: say(isBlocked ? 'ipb-change-block' : 'ipbsubmit'), kind: 'destructive' }),
      ],
    },
    call,
  )
  return html`<div class="mw-block-form">${whole}</div>`
}

function wrong(field: BlockField, { errors }: ShownBlock): { readonly error?: Html } {
  const error = errors.fields[field]
  return error === undefined ? {} : { error }
}

function box(name: BlockField, label: Html, checked: boolean, shown: ShownBlock): Html {
  return checkBox({ id: `mw-input-${name}`, name, label, checked, ...wrong(name, shown) })
}

function targetField(shown: ShownBlock, { say }: PageCall): Html {
  const { target } = shown.fields
  return textField({
    ...{ id: 'mw-bi-target', name: 'wpTarget', value: target, required: true },
    ...{ label: say('ipaddressorusername'), help: say('block-target-placeholder') },
    ...{ autocomplete: 'off', autofocus: target === '', ...wrong('wpTarget', shown) },
  })
}

function kindFields(shown: ShownBlock, call: PageCall): Html {
  const { say, settings } = call
  const { isPartial, pages, namespaces, actions } = shown.fields
  const actionBoxes = blockActionNames.map((name) => {
    const value = String(blockActions[name])
    return checkBox({
      ...{ id: `mw-input-wpActionRestrictions-${value}`, name: 'wpActionRestrictions[]', value },
      ...{ label: say(`ipb-action-${name}`), checked: actions.includes(value) },
    })
  })
  return html`${radioField({
    ...{ id: 'mw-input-wpEditingRestriction', name: 'wpEditingRestriction' },
    label: say('ipb-type-label'),
    options: [
      { value: 'sitewide', label: say('ipb-sitewide'), help: say('ipb-sitewide-help') },
      { value: 'partial', label: say('ipb-partial'), help: say('ipb-partial-help') },
    ],
    value: isPartial ? 'partial' : 'sitewide',
    ...wrong('wpEditingRestriction', shown),
  })}<div class="mw-block-partial-restriction">
${textArea({
  ...{ id: 'mw-input-wpPageRestrictions', name: 'wpPageRestrictions', value: pages, rows: 3 },
  ...{ label: say('ipb-pages-label'), help: say('pages-block-pages-help') },
  ...wrong('wpPageRestrictions', shown),
})}${textArea({
  ...{ id: 'mw-input-wpNamespaceRestrictions', name: 'wpNamespaceRestrictions' },
  ...{ value: namespaces, rows: 3 },
  ...{ label: say('ipb-namespaces-label'), help: say('pages-block-namespaces-help') },
  ...wrong('wpNamespaceRestrictions', shown),
})}${settings.EnablePartialActionBlocks ? fieldSet(say('pages-block-actions'), actionBoxes) : undefined}</div>
`
}

/** What else the block forbids. */
async function detailFields(shown: ShownBlock, { say, settings, user }: PageCall): Promise<Html> {
  const { createAccount, disableEmail, disableUserTalk } = shown.fields
  const mayForbidEmail = settings.EnableUserEmail && (await user.may('blockemail'))
  return fieldSet(say('ipb-block-details'), [
    box('wpCreateAccount', say('ipbcreateaccount'), createAccount, shown),
    mayForbidEmail ? box('wpDisableEmail', say('ipbemailban'), disableEmail, shown) : undefined,
    settings.BlockAllowsUTEdit
      ? box('wpDisableUTEdit', say('ipb-disableusertalk'), disableUserTalk, shown)
      : undefined,
  ])
}

/** What is chosen in the list of times: `other` for a time that is not in it. */
export function chosenExpiry({ expiry }: BlockFields): string {
  return ['infinite', ...periods].includes(expiry) ? expiry : 'other'
}

function expiryField(shown: ShownBlock, { say, language }: PageCall): Html {
  const { expiry, expiryOther } = shown.fields
  const value = chosenExpiry(shown.fields)
  return selectOrOther({
    ...{ id: 'mw-input-wpExpiry', name: 'wpExpiry', label: say('ipbexpiry'), required: true },
    options: [
      ...periods.map((period) => [period, sayPeriod(period, language)] as const),
      ['infinite', say('userrights-expiry-none')],
      ['other', say('ipbother')],
    ],
    value,
    otherLabel: say('ipbother'),
    otherHelp: say('pages-othertime-help'),
    otherValue: value === expiry ? expiryOther : expiry,
    ...wrong('wpExpiry', shown),
  })
}

function reasonFields({ fields }: ShownBlock, call: PageCall): Html {
  const { say } = call
  const reasons = blockReasons(call).map((reason) => [reason, reason] as const)
  return html`${selectField({
    ...{ id: 'mw-input-wpReason', name: 'wpReason', label: say('ipbreason') },
    options: [['other', say('ipbreasonotherlist')], ...reasons],
    value: fields.reason,
  })}${textField({
    ...{ id: 'mw-input-wpReason-other', name: 'wpReason-other', maxLength: 500 },
    ...{ label: say('ipbotherreason'), value: fields.reasonOther },
  })}`
}

async function optionFields(shown: ShownBlock, call: PageCall): Promise<Html> {
  const { say, settings, user, language } = call
  const { autoblock, hideUser, watch, hardBlock } = shown.fields
  const lasting = sayDuration(settings.AutoblockExpiry, spokenLanguage(language))
  return fieldSet(say('ipb-block-options'), [
    box('wpAutoBlock', say('ipbenableautoblock', lasting), autoblock, shown),
    (await user.may('hideuser'))
      ? box('wpHideUser', say('ipbhidename'), hideUser, shown)
      : undefined,
    user.isRegistered ? box('wpWatch', say('ipbwatchuser'), watch, shown) : undefined,
    box('wpHardBlock', say('ipb-hardblock'), hardBlock, shown),
  ])
}
