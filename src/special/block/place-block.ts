import type { BlockTarget } from '../../auth/blocks/block-changes.ts'
import { html } from '../../messages/html.ts'
import { blockActionNames, blockActions } from '../../modules/block/block-actions.ts'
import { formToken } from '../forms/form-token.ts'
import type { PageCall } from '../page.ts'
import { type BlockErrors, placeErrors } from './block-errors.ts'
import type { BlockFields } from './block-fields.ts'
import { joinReason } from './block-reasons.ts'
import { readNamespaces, readPages } from './read-restrictions.ts'

/** Blocks whom a form names, as it says; or says what is wrong with it. */
export async function placeBlock(
  fields: BlockFields,
  target: BlockTarget | undefined,
  call: PageCall,
): Promise<BlockErrors | undefined> {
  const { ask, field, say, user } = call
  const expiry = fields.expiry === 'other' ? fields.expiryOther.trim() : fields.expiry
  const restrictions = await readRestrictions(fields, call)
  const wrong = {
    ...(fields.target === '' && { wpTarget: say('htmlform-required') }),
    ...(expiry === '' && { wpExpiry: say('htmlform-required') }),
    ...restrictions.wrong,
  }
  if (Object.keys(wrong).length > 0) return { fields: wrong }
  if (target === undefined) return { fields: { wpTarget: say('badipaddress') } }

  const { isConfirmed } = fields
  const isSame = field('wpPreviousTarget') === target.name
  if (target.name === user.name && !(isConfirmed && isSame))
    return toConfirm('ipb-blockingself', call)
  if (fields.hideUser && !isConfirmed) return toConfirm('ipb-confirmhideuser', call)

  const flags = {
    anononly: !fields.hardBlock,
    nocreate: fields.createAccount,
    autoblock: fields.autoblock,
    noemail: fields.disableEmail,
    hidename: fields.hideUser,
    allowusertalk: !fields.disableUserTalk,
    watchuser: fields.watch,
    partial: fields.isPartial,
    // Who has not seen what the block is now must not undo it.
    reblock: isConfirmed && isSame,
  }
  const set = Object.entries(flags).filter(([, isSet]) => isSet)
  const asked = await ask('block', {
    user: target.name,
    expiry,
    reason: joinReason(fields.reason, fields.reasonOther, call),
    token: formToken(call),
    ...Object.fromEntries(set.map(([name]) => [name, '1'])),
    ...restrictions.values,
  })
  return 'problems' in asked ? placeErrors(asked.problems, call) : undefined
}

function toConfirm(
  why: 'ipb-blockingself' | 'ipb-confirmhideuser',
  { say }: PageCall,
): BlockErrors {
  const whole = html`<p>${say(why)}</p><p>${say('ipb-confirmaction')}</p>`
  return { fields: {}, whole, isToConfirm: true }
}

/** What a block is from that is not from everything, in the API's words. */
async function readRestrictions(fields: BlockFields, call: PageCall) {
  if (!fields.isPartial) return {}

  const { say, settings } = call
  const pages = await readPages(fields.pages, call)
  if ('unknown' in pages) {
    const said = say('htmlform-title-not-exists', html`<bdi>${pages.unknown}</bdi>`)
    return { wrong: { wpPageRestrictions: said } }
  }
  const spaces = readNamespaces(fields.namespaces, call)
  if ('unknown' in spaces) {
    const said = say('pages-block-nonamespace', html`<bdi>${spaces.unknown}</bdi>`)
    return { wrong: { wpNamespaceRestrictions: said } }
  }
  const actions = blockActionNames.filter((name) =>
    fields.actions.includes(String(blockActions[name])),
  )
  const hasActions = settings.EnablePartialActionBlocks && actions.length > 0
  return {
    values: {
      ...(pages.found.length > 0 && { pagerestrictions: pages.found.join('|') }),
      ...(spaces.found.length > 0 && { namespacerestrictions: spaces.found.join('|') }),
      ...(hasActions && { actionrestrictions: actions.join('|') }),
    },
  }
}
