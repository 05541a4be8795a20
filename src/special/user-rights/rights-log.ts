import { findGroupName } from '../../auth/groups/group-name.ts'
import type { LoggedEntry } from '../../auth/log-reader.ts'
import type { Html } from '../../messages/html.ts'
import { spokenLanguage } from '../../messages/languages.ts'
import { logExtract } from '../log-extract.ts'
import type { PageCall } from '../page.ts'

/** Shows who last changed the groups of somebody. */
export function rightsLog(name: string, call: PageCall): Promise<Html> {
  const say = (entry: LoggedEntry): Html =>
    call.say('logentry-rights-rights', list('4::oldgroups', entry), list('5::newgroups', entry))
  const list = (key: string, { params }: LoggedEntry): string => sayGroups(params.get(key), call)
  return logExtract({ type: 'rights', name, heading: call.say('rightslog'), say }, call)
}

function sayGroups(groups: unknown, { language, text }: PageCall): string {
  const names = groups instanceof Map ? [...groups.values()].map(String) : []
  if (names.length === 0) return text('rightsnone')

  const said = names.map((name) => findGroupName(name, language) ?? name)
  return new Intl.ListFormat(spokenLanguage(language), { type: 'unit' }).format(said)
}
