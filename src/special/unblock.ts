import { type Html, html } from '../messages/html.ts'
import { findTarget } from '../modules/block/find-target.ts'
import type { Problem } from '../result/problem.ts'
import { buttons } from './forms/buttons.ts'
import { form } from './forms/form.ts'
import { formToken, readFormState } from './forms/form-token.ts'
import { notice } from './forms/notice.ts'
import { textField } from './forms/text-field.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'
import { sayProblems } from './say-problems.ts'
import { specialTitle } from './special-title.ts'

/** Ends a block of an account, an address or a range, or one that is named by its number, as `#12`. */
export const unblock = definePage({
  name: 'Unblock',
  title: 'unblockip',
  right: 'block',
  writes: true,

  async answer(call) {
    const { field, subpage, say, ask } = call
    const given = (field('wpTarget') || subpage).trim()
    const state = readFormState(call)
    if (state === 'not sent') return show(given, {}, call)
    if (state === 'stale') return show(given, { whole: say('sessionfailure') }, call)
    if (given === '') return show(given, { target: say('htmlform-required') }, call)

    const named = await readNamed(given, call)
    if (named === undefined) return show(given, { target: say('badipaddress') }, call)
    const reason = field('wpReason')
    const asked = await ask('unblock', { ...named.asked, reason, token: formToken(call) })
    if ('problems' in asked) return show(given, placeError(asked.problems, call), call)

    return { body: html`<p>${say('unblocked', html`<bdi>${named.name}</bdi>`)}</p>${links(call)}` }
  },
})

/** What is wrong with the form: with the field that says who is blocked, or with all. */
interface Errors {
  readonly target?: Html
  readonly whole?: Html
}

/** How the API is to be asked about what was named. */
async function readNamed(given: string, call: PageCall) {
  const [, id] = /^#(\d{1,15})$/.exec(given) ?? []
  if (id !== undefined) return { name: given, asked: { id } }

  const target = await findTarget({ user: given }, call, 'unblock')
  return target && { name: target.name, asked: { user: target.name } }
}

function placeError(problems: readonly [Problem, ...Problem[]], call: PageCall): Errors {
  const said = sayProblems(problems, call)
  return problems[0].message.key === 'ipb_cant_unblock' ? { target: said } : { whole: said }
}

function show(given: string, { target, whole }: Errors, call: PageCall): PageAnswer {
  const { say, field, subpage } = call
  const body = [
    textField({
      ...{ id: 'mw-input-wpTarget', name: 'wpTarget', value: given, required: true },
      ...{ label: say('ipaddressorusername'), autocomplete: 'off', autofocus: given === '' },
      ...(target && { error: target }),
    }),
    textField({
      ...{ id: 'mw-input-wpReason', name: 'wpReason', value: field('wpReason'), maxLength: 500 },
      label: say('ipbreason'),
    }),
    buttons({ label: say('ipusubmit') }),
  ]
  const title = specialTitle('Unblock', subpage)
  const wrong = whole && notice('error', whole)
  return { body: html`${wrong}${form({ title, body }, call)}${links(call)}` }
}

function links({ say, addressOf }: PageCall): Html {
  return html`<p><a href="${addressOf('Special:BlockList')}">${say('ipb-blocklist')}</a></p>`
}
