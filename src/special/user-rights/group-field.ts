import { findGroupName } from '../../auth/groups/group-name.ts'
import { type Html, html } from '../../messages/html.ts'
import { type Period, sayPeriod } from '../../messages/say-period.ts'
import { checkBox } from '../forms/check-box.ts'
import type { WrongField } from '../forms/error-summary.ts'
import { openControl, selectOrOther } from '../forms/select-or-other.ts'
import type { PageCall } from '../page.ts'
import { showTime } from '../show-time.ts'
import type { GroupState } from './group-states.ts'
import { type EndProblem, isTicked } from './read-wishes.ts'

/** How long people are usually put into a group. */
const periods: readonly Period[] = ['1 day', '1 week', '1 month', '3 months', '6 months', '1 year']

/** What is shown of a form that was sent and could not be carried out. */
export interface SentForm {
  readonly problems: ReadonlyMap<string, EndProblem>
}

/** What the form says of one group: whether the account is in it, and until when. */
export function groupField(state: GroupState, call: PageCall, sent?: SentForm): Html {
  const { group, membership, isChangeable } = state
  const id = `wpGroup-${group}`
  const checked = sent && isChangeable ? isTicked(group, call) : membership !== undefined
  const box = checkBox({
    id,
    name: id,
    label: label(state, call),
    checked,
    disabled: !isChangeable,
  })
  return html`<div class="mw-userrights-group">
${box}<div id="mw-userrights-nested-${id}" class="mw-userrights-nested">${end(state, call, sent)}</div>
</div>
`
}

/** The ends of memberships with which something is wrong. */
export function wrongEnds(
  states: readonly GroupState[],
  { problems }: SentForm,
  call: PageCall,
): readonly WrongField[] {
  return states.flatMap((state) => {
    const problem = problems.get(state.group)
    if (problem === undefined) return []

    const name = `wpExpiry-${state.group}`
    const id = openControl({ id: `mw-input-${name}`, value: call.field(name) })
    return [{ id, label: label(state, call), error: call.say(problem) }]
  })
}

function label({ group, isFinal, isOnlyLonger, isEndChangeable }: GroupState, call: PageCall) {
  const name = findGroupName(group, call.language) ?? group
  if (isFinal) return call.say('userrights-irreversible-marker', name)
  return isOnlyLonger && isEndChangeable
    ? call.say('userrights-no-shorten-expiry-marker', name)
    : name
}

function end(state: GroupState, call: PageCall, sent: SentForm | undefined): Html | undefined {
  const { group, membership, isChangeable, isEndChangeable } = state
  if (isEndChangeable) {
    // A box that cannot be changed is not sent, but the group that it stands for is to stay.
    const ticked = membership && !isChangeable ? hidden(`wpGroup-${group}`, '1') : undefined
    return html`${endField(state, call, sent)}${ticked}`
  }
  if (membership === undefined) return undefined

  const { expires } = membership
  const said =
    expires === undefined
      ? call.say('userrights-expiry-none')
      : call.say('userrights-expiry-current', showTime(expires, call.language))
  const value = expires === undefined ? 'infinite' : 'existing'
  return html`<p>${said}</p>${hidden(`wpExpiry-${group}`, value)}`
}

function endField(
  { group, membership }: GroupState,
  call: PageCall,
  sent: SentForm | undefined,
): Html {
  const { say, field, language } = call
  const name = `wpExpiry-${group}`
  const expires = membership?.expires
  const problem = sent?.problems.get(group)
  const current = expires === undefined ? 'infinite' : 'existing'
  return selectOrOther({
    id: `mw-input-${name}`,
    name,
    label: say('userrights-expiry'),
    otherLabel: say('userrights-expiry-othertime'),
    options: [
      ...(expires === undefined
        ? []
        : [
            [
              'existing',
              say('userrights-expiry-existing', showTime(expires, call.language)),
            ] as const,
          ]),
      ['infinite', say('userrights-expiry-none')],
      ['other', say('userrights-expiry-othertime')],
      ...periods.map((period) => [period, sayPeriod(period, language)] as const),
    ],
    value: (sent && field(name)) || current,
    otherHelp: say('pages-othertime-help'),
    otherValue: sent ? field(`${name}-other`) : '',
    ...(problem && { error: say(problem) }),
  })
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" value="${value}" name="${name}"/>`
}
