import { textOf } from '../../messages/languages.ts'
import type { PageCall } from '../page.ts'

type Asker = Pick<PageCall, 'settings'>

/** The reasons to choose from; the log keeps them, so they are in the language of the wiki. */
export function blockReasons({ settings }: Asker): readonly string[] {
  return textOf('ipbreason-dropdown', settings.LanguageCode).split('\n')
}

/** The reason that the two fields of a form say together: one of the list, and what is added to it. */
export function joinReason(chosen: string, added: string, call: Asker): string {
  if (!blockReasons(call).includes(chosen)) return added

  return added === '' ? chosen : chosen + separator(call) + added
}

/** What the two fields of a form have to be for a reason. */
export function splitReason(reason: string, call: Asker): readonly [chosen: string, added: string] {
  const chosen = blockReasons(call).find(
    (each) => reason === each || reason.startsWith(each + separator(call)),
  )
  if (chosen === undefined) return ['other', reason]
  return [chosen, reason.slice(chosen.length + separator(call).length)]
}

function separator({ settings }: Asker): string {
  return textOf('colon-separator', settings.LanguageCode)
}
