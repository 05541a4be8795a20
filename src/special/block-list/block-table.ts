import type { ListedBlock, Restriction } from '../../auth/blocks/block-directory.ts'
import { type Html, type HtmlPart, html } from '../../messages/html.ts'
import { say as sayPlainly } from '../../messages/say.ts'
import { findBlockAction } from '../../modules/block/block-actions.ts'
import { namespaces } from '../../modules/namespaces.ts'
import type { PageCall } from '../page.ts'
import { showTime } from '../show-time.ts'
import { table } from '../table.ts'

/** Shows blocks, each in a row; who may block finds there how to end and to change it. */
export async function blockTable(blocks: readonly ListedBlock[], call: PageCall): Promise<Html> {
  const { text, user } = call
  const mayBlock = await user.may('block')
  const columns = [
    text('blocklist-target'),
    text('blocklist-timestamp'),
    text('blocklist-expiry'),
    text('blocklist-by'),
    text('blocklist-params'),
    text('blocklist-reason'),
  ]
  const rows = blocks.map((block) => ({ cells: cells(block, mayBlock, call) }))
  return html`<div class="mw-blocklist">${table({ caption: text('blocklist'), columns, rows, namesRows: true })}</div>`
}

function cells(block: ListedBlock, mayBlock: boolean, call: PageCall): readonly HtmlPart[] {
  const { language, say } = call
  const { made, expires, byName, reason } = block
  const until = expires === undefined ? say('infiniteblock') : showTime(expires, language)
  return [
    html`<bdi>${nameOf(block, call)}</bdi>`,
    showTime(made, language),
    html`${until}${mayBlock ? actions(block, call) : undefined}`,
    html`<bdi>${byName}</bdi>`,
    kinds(block, call),
    html`<bdi>${typeof reason === 'string' ? reason : sayPlainly(reason, language, 'plaintext')}</bdi>`,
  ]
}

/** Whose address it is that a blocked account used is told to nobody. */
function nameOf({ kind, id, target }: ListedBlock, { text }: PageCall): string {
  return kind === 'auto' ? text('autoblockid', id) : target
}

function actions({ kind, id, target }: ListedBlock, { addressOf, say }: PageCall): Html {
  const isAuto = kind === 'auto'
  // In a title, what follows `#` would not count.
  const unblock = isAuto
    ? addressOf('Special:Unblock', { wpTarget: `#${id}` })
    : addressOf(`Special:Unblock/${target}`)
  const change = isAuto
    ? undefined
    : html`<li><a href="${addressOf(`Special:Block/${target}`)}">${say('change-blocklink')}</a></li>`
  return html`<ul class="mw-blocklist-actions"><li><a href="${unblock}">${say('unblocklink')}</a></li>${change}</ul>`
}

/** What the block is from and forbids besides. */
function kinds(block: ListedBlock, call: PageCall): Html {
  const { say, settings } = call
  const isOfAddress = block.kind === 'address' || block.kind === 'range'
  const said = [
    say(block.sitewide ? 'blocklist-editing-sitewide' : 'blocklist-editing'),
    ...(block.sitewide ? [] : block.restrictions.map((each) => showRestriction(each, call))),
    ...(isOfAddress && block.anonymousOnly ? [say('anononlyblock')] : []),
    ...(block.createAccount ? [say('createaccountblock')] : []),
    ...(block.kind === 'account' && !block.autoblock ? [say('noautoblockblock')] : []),
    ...(block.noEmail ? [say('emailblock')] : []),
    ...(settings.BlockAllowsUTEdit && !block.userTalk ? [say('blocklist-nousertalk')] : []),
    ...(block.hidden ? [say('blocklist-hidden-param')] : []),
  ]
  return html`<ul class="mw-blocklist-params">${said.map((each) => html`<li>${each}</li>`)}</ul>`
}

function showRestriction({ kind, value, page }: Restriction, call: PageCall): HtmlPart {
  switch (kind) {
    case 'namespaces':
      return html`<bdi>${nameNamespace(value, call)}</bdi>`
    case 'pages': {
      const prefix = page?.namespace ? `${nameNamespace(page.namespace, call)}:` : ''
      return html`<bdi>${page ? prefix + page.text : `#${value}`}</bdi>`
    }
    case 'actions': {
      const action = findBlockAction(value)
      return action === undefined ? `#${value}` : call.say(`ipb-action-${action}`)
    }
  }
}

function nameNamespace(wanted: number, { settings, text }: PageCall): string {
  return namespaces(settings).find(({ id }) => id === wanted)?.name || text('blanknamespace')
}
