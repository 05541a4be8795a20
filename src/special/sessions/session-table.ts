import { type Html, html } from '../../messages/html.ts'
import { type ListedSession, lastUsedFirst } from '../../session/list-sessions.ts'
import type { PageCall } from '../page.ts'
import { showTime } from '../show-time.ts'
import { table } from '../table.ts'
import { nameSession } from './name-session.ts'

/** Shows somebody's sessions, the one that was used last first, with a button to end each. */
export function sessionTable(sessions: readonly ListedSession[], call: PageCall): Html {
  const { say, text } = call
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
      const place =
        address === undefined ? say('pages-sessions-unknown') : html`<bdi>${address}</bdi>`
      return {
        cells: [
          html`<span id="session-${handle}">${nameSession(listed, call)}${mark(listed, call)}</span>`,
          place,
          time(used, call),
          time(made, call),
          time(record.metadata.expires, call),
          endButton(handle, call),
        ],
      }
    }),
  })
}

function mark({ id }: ListedSession, { session, say }: PageCall): Html | undefined {
  return id === session.id ? html` <strong>(${say('pages-sessions-this')})</strong>` : undefined
}

function time(seconds: number | undefined, { say, language }: PageCall): Html {
  return seconds === undefined ? say('pages-sessions-unknown') : showTime(seconds, language)
}

/** All of them say the same: what names the row tells them apart. */
function endButton(handle: string, { say }: PageCall): Html {
  return html`<button class="cdx-button cdx-button--action-destructive" type="submit" name="wpEnd" value="${handle}" aria-describedby="session-${handle}">${say('pages-sessions-end')}</button>`
}
