import type { BlockSearch, ListedBlock } from '../auth/blocks/block-directory.ts'
import { databaseTime, readDatabaseTime } from '../clock.ts'
import { type Html, html } from '../messages/html.ts'
import { findTarget } from '../modules/block/find-target.ts'
import { blockTable } from './block-list/block-table.ts'
import { button } from './forms/button.ts'
import { getForm } from './forms/get-form.ts'
import { textField } from './forms/text-field.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'

const title = 'Special:BlockList'
const mostShown = 500

/** Lists who is blocked, newest first. */
export const blockList = definePage({
  name: 'BlockList',
  aliases: ['ListBlocks', 'IPBlockList'],
  title: 'blocklist',

  async answer(call): Promise<PageAnswer> {
    const { field, subpage, sources, say } = call
    const target = (field('wpTarget') || subpage || field('ip')).trim()
    const limit = readLimit(field('limit'))
    const after = readOffset(field('offset'))
    // The last of the page before is found again, and one more shows whether there are others.
    const search = { ...(await readSearch(target, call)), from: after, limit: limit + 2 }
    const found = await sources.blockDirectory.search(search, sources.now)
    const others = found.filter(({ id }) => id !== after?.id)
    const shown = others.slice(0, limit)
    const last = others.length > limit ? shown.at(-1) : undefined
    const list =
      shown.length === 0
        ? html`<p>${say(target === '' ? 'ipblocklist-empty' : 'ipblocklist-no-results')}</p>`
        : await blockTable(shown, call)
    return {
      body: html`${searchForm(target, call)}${list}${last && next(last, target, limit, call)}`,
    }
  },
})

/** What the blocks are to be of; an address is looked for as one that blocks hold for. */
async function readSearch(given: string, call: PageCall): Promise<Omit<BlockSearch, 'limit'>> {
  const search = { newestFirst: true, seesHidden: await call.user.may('hideuser') }
  if (given === '') return search

  const [, id] = /^#(\d{1,15})$/.exec(given) ?? []
  if (id !== undefined) return { ...search, ids: [Number(id)] }
  const target = await findTarget({ user: given }, call, 'query+blocks')
  return target?.kind === 'address'
    ? { ...search, holdingFor: target.name }
    : { ...search, targets: [target?.name ?? given] }
}

function readLimit(given: string): number {
  const wanted = /^\d{1,3}$/.test(given) ? Number(given) : 50
  return Math.min(Math.max(wanted, 1), mostShown)
}

/** Reads the last block of the page before, as MediaWiki spells it: `20260101120000|12`. */
function readOffset(given: string): BlockSearch['from'] {
  const [, time = '', id = ''] = /^(\d{14})\|(\d{1,15})$/.exec(given) ?? []
  const made = readDatabaseTime(time)
  return made && { made, id: Number(id) }
}

function searchForm(target: string, call: PageCall): Html {
  const { say } = call
  const field = textField({
    ...{ id: 'mw-input-wpTarget', name: 'wpTarget', value: target, autocomplete: 'off' },
    ...{ label: say('ipaddressorusername') },
  })
  const send = button({ label: say('ipblocklist-submit'), kind: 'normal' })
  return getForm({ title, body: [html`<div class="jeton-row">${field}${send}</div>`] }, call)
}

function next({ made, id }: ListedBlock, target: string, limit: number, call: PageCall): Html {
  const query = {
    ...(target === '' ? {} : { wpTarget: target }),
    ...{ offset: `${databaseTime(made)}|${id}`, limit: String(limit) },
  }
  return html`<p><a rel="next" href="${call.addressOf(title, query)}">${call.say('pages-blocklist-next')}</a></p>`
}
