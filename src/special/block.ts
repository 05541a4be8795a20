import type { BlockTarget } from '../auth/blocks/block-changes.ts'
import { type Html, html } from '../messages/html.ts'
import { findHindrance } from '../modules/block/find-hindrance.ts'
import { findTarget } from '../modules/block/find-target.ts'
import type { BlockErrors } from './block/block-errors.ts'
import { type BlockFields, fieldsOfBlock, newFields, readFields } from './block/block-fields.ts'
import { blockForm } from './block/block-form.ts'
import { blockLog } from './block/block-log.ts'
import { findOwnBlock } from './block/find-own-block.ts'
import { placeBlock } from './block/place-block.ts'
import { wrongFields } from './block/wrong-fields.ts'
import { errorSummary } from './forms/error-summary.ts'
import { readFormState } from './forms/form-token.ts'
import { notice } from './forms/notice.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'
import { refused } from './refused.ts'

/** Blocks an account, an address or a range, or changes a block. */
export const block = definePage({
  name: 'Block',
  aliases: ['BlockIP', 'BlockUser'],
  title: 'block',
  right: 'block',
  writes: true,

  async answer(call) {
    const { field, subpage, say } = call
    const given = (field('wpTarget') || subpage || field('ip')).trim()
    const target = given === '' ? undefined : await findTarget({ user: given }, call, 'block')
    const hindrance = await findHindrance(call, target)
    if (hindrance !== undefined) return refused(say(hindrance.key), call)

    const state = readFormState(call)
    if (state === 'not sent') return showFirst(given, target, call)

    const fields = readFields(call)
    const errors =
      state === 'stale'
        ? { fields: {}, whole: say('sessionfailure') }
        : await placeBlock(fields, target, call)
    return errors === undefined ? blocked(target, call) : show(fields, errors, target, call)
  },
})

async function showFirst(
  given: string,
  target: BlockTarget | undefined,
  call: PageCall,
): Promise<PageAnswer> {
  const known = await findOwnBlock(target, call)
  const fields = known === undefined ? newFields(given, call) : fieldsOfBlock(known, call)
  return show(fields, { fields: {} }, target, call)
}

async function show(
  fields: BlockFields,
  errors: BlockErrors,
  target: BlockTarget | undefined,
  call: PageCall,
): Promise<PageAnswer> {
  const { say, isPosted } = call
  const targetName = target?.name ?? ''
  const isBlocked = (await findOwnBlock(target, call)) !== undefined
  const known =
    isBlocked && !isPosted
      ? notice('warning', say('ipb-needreblock', html`<bdi>${targetName}</bdi>`))
      : undefined
  const wrong = errors.whole
    ? notice('error', errors.whole)
    : errorSummary(wrongFields(fields, errors, call), call)
  const form = await blockForm({ fields, errors, targetName, isBlocked }, call)
  const log = target && (await blockLog(target.name, call))
  return {
    body: html`<p>${say('blockiptext')}</p>${wrong ?? known}${form}${links(targetName, call)}${log}`,
  }
}

function links(targetName: string, { say, addressOf }: PageCall): Html {
  const name = html`<bdi>${targetName}</bdi>`
  const unblock =
    targetName === ''
      ? html`<a href="${addressOf('Special:Unblock')}">${say('ipb-unblock')}</a>`
      : html`<a href="${addressOf(`Special:Unblock/${targetName}`)}">${say('ipb-unblock-addr', name)}</a>`
  const list = html`<a href="${addressOf('Special:BlockList')}">${say('ipb-blocklist')}</a>`
  return html`<ul class="mw-ipb-conveniencelinks"><li>${unblock}</li><li>${list}</li></ul>`
}

function blocked(target: BlockTarget | undefined, { say, text }: PageCall): PageAnswer {
  const name = html`<bdi>${target?.name}</bdi>`
  return { title: text('blockipsuccesssub'), body: html`<p>${say('blockipsuccesstext', name)}</p>` }
}
