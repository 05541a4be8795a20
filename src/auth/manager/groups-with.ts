import { type MessageKey, message } from '../../messages/message.ts'
import { say } from '../../messages/say.ts'
import type { Settings } from '../../settings/settings.ts'
import { rightsIn } from '../groups/rights.ts'

const names: Readonly<Record<string, MessageKey>> = {
  autoconfirmed: 'group-autoconfirmed',
  bot: 'group-bot',
  bureaucrat: 'group-bureaucrat',
  'interface-admin': 'group-interface-admin',
  suppress: 'group-suppress',
  sysop: 'group-sysop',
  user: 'group-user',
}

/** The groups that have a right, each as a link to the page about it, if there is to be one. */
export function groupsWith(right: string, settings: Settings, language: string): readonly string[] {
  const { GroupPermissions, RevokePermissions } = settings
  const groups = Object.keys(GroupPermissions).filter(
    (group) =>
      rightsIn(GroupPermissions[group]).includes(right) &&
      !rightsIn(RevokePermissions[group]).includes(right),
  )
  return groups.map((group) => linkTo(group, settings, language))
}

function linkTo(group: string, { Sitename, LanguageCode }: Settings, language: string): string {
  const key = Object.hasOwn(names, group) ? names[group] : undefined
  if (key === undefined) return group

  const page = `${Sitename.replaceAll('_', ' ')}:${say(message(key), LanguageCode, 'plaintext')}`
  return `[[${page}|${say(message(key), language, 'plaintext')}]]`
}
