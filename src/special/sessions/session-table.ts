import { type Html, html } from '../../messages/html.ts'
import { type ListedSession, lastUsedFirst } from '../../session/list-sessions.ts'
import type { PageCall } from '../page.ts'
import { showTime } from '../show-time.ts'
import { table } from '../table.ts'
import { nameSession } from './name-session.ts'

/** Shows somebody's sessions, the one that was used last first, with a button to end each. */
export function sessionTable(sessions: readonly ListedSession[], call: PageCall): Html {
  const { text } = call
  return table({
    namesRows: true,
    caption: text('pages-sessions-caption'),
    columns: [
      text('pages-sessions-session'),
      text('pages-sessions-address'),
      text('pages-sessions-used'),
      text('pages-sessions-made'),
      text('pages-sessions-expires'),
      text('pages-sessions-end'),
    ],
    rows: sessions.toSorted(lastUsedFirst).map((listed) => {
      const { handle, address, used, made, record } = listed
      return {
        cells: [
          html`<span id="session-${handle}">${nameSession(listed, call)}</span>`,
          place(address, call),
          time(used, call),
          time(made, call),
          time(record.metadata.expires, call),
          endButton(handle, call),
        ],
      }
    }),
  })
}

/** An address of IPv6 may break after its colons, so that it makes no column wide. */
function place(address: string | undefined, { say }: PageCall): Html {
  if (address === undefined) return say('pages-sessions-unknown')

  const [first = '', ...groups] = address.split(':')
  return html`<bdi class="jeton-address">${first}${groups.map((group) => html`:<wbr/>${group}`)}</bdi>`
}

function time(seconds: number | undefined, { say, language }: PageCall): Html {
  return seconds === undefined ? say('pages-sessions-unknown') : showTime(seconds, language)
}

/** All of them say the same: what names the row tells them apart. */
function endButton(handle: string, { say }: PageCall): Html {
  return html`<button class="cdx-button cdx-button--action-destructive" type="submit" name="wpEnd" value="${handle}" aria-describedby="session-${handle}">${say('pages-sessions-end')}</button>`
}
