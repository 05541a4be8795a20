import type { LoggedEntry } from '../../auth/log-reader.ts'
import type { Html } from '../../messages/html.ts'
import { logExtract } from '../log-extract.ts'
import type { PageCall } from '../page.ts'

/** Shows how somebody was last blocked and unblocked. */
export function blockLog(name: string, call: PageCall): Promise<Html> {
  const heading = call.say('blocklogpage')
  return logExtract({ type: 'block', name, heading, say: (entry) => say(entry, call) }, call)
}

function say({ action, params }: LoggedEntry, { say, text }: PageCall): Html {
  if (action === 'unblock') return say('logentry-block-unblock')

  const given = params.get('5::duration')
  const isEndless = given === undefined || given === 'infinity' || given === 'infinite'
  const duration = isEndless ? text('userrights-expiry-none') : String(given)
  return say(action === 'reblock' ? 'logentry-block-reblock' : 'logentry-block-block', duration)
}
