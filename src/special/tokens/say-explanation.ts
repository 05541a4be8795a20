import type { KnownToken } from '../../auth/sessions/explain-for.ts'
import { flawKeys } from '../../auth/sessions/token-flaw.ts'
import { endOfDatabaseTime } from '../../clock.ts'
import { type Html, html } from '../../messages/html.ts'
import { isoSeconds } from '../../modules/iso-seconds.ts'
import { notice } from '../forms/notice.ts'
import type { PageCall } from '../page.ts'
import { nameSession } from '../sessions/name-session.ts'
import { showTime } from '../show-time.ts'

/** Says what is known of a token: whether it is good, why not, and what else can be read in it. */
export function sayExplanation(known: KnownToken, call: PageCall): Html {
  return html`<section id="jeton-token">
${sayVerdict(known, call)}${sayFacts(known, call)}</section>
`
}

function sayVerdict(known: KnownToken, call: PageCall): Html {
  const { say, language } = call
  const { damage, types, forms, reasons, loggedIn } = known
  const isGood = types.length + forms.length > 0
  if (isGood && damage.length === 0) return notice('success', say('pages-tokens-valid'))

  const verdict = say(isGood ? 'pages-tokens-damaged' : 'pages-tokens-invalid')
  const since = loggedIn === undefined ? undefined : showTime(loggedIn, language)
  const flaws = [...damage, ...reasons].map((flaw) => html`<li>${say(flawKeys[flaw], since)}</li>`)
  return notice(isGood ? 'warning' : 'error', html`<p>${verdict}</p><ul>${flaws}</ul>`)
}

function sayFacts(known: KnownToken, call: PageCall): Html {
  const { damage, meant, made, types, forms, other } = known
  const { say, addressOf } = call
  const uses = [
    ...types.map((type) => html`<code>${type}</code>`),
    ...forms.map((form) => html`<a href="${addressOf(`Special:${form}`)}">Special:${form}</a>`),
  ]
  const rows: readonly (readonly [label: Html, value: Html | undefined])[] = [
    [say('pages-tokens-other-session'), other && nameSession(other, call)],
    [say('pages-tokens-made'), made === undefined ? undefined : showMade(made, call)],
    [
      say('pages-tokens-meant'),
      damage.length > 0 && meant ? html`<code>${meant}</code>` : undefined,
    ],
    [say('pages-tokens-uses'), uses.length > 0 ? joined(uses) : undefined],
  ]
  const shown = rows.filter(([, value]) => value !== undefined)
  if (shown.length === 0) return html``
  return html`<dl>
${shown.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>\n`)}</dl>
`
}

/** A token may claim any time; those of later than the year 9999 are shown in digits. */
function showMade(made: bigint, { language }: PageCall): Html {
  return made > endOfDatabaseTime
    ? html`<code>${isoSeconds(made)}</code>`
    : showTime(Number(made), language)
}

function joined(parts: readonly Html[]): Html {
  return html`${parts.map((part, at) => (at === 0 ? part : html`, ${part}`))}`
}
