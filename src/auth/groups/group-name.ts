import { textOf } from '../../messages/languages.ts'
import type { MessageKey } from '../../messages/message.ts'

const names: Readonly<Record<string, MessageKey>> = {
  autoconfirmed: 'group-autoconfirmed',
  bot: 'group-bot',
  bureaucrat: 'group-bureaucrat',
  'interface-admin': 'group-interface-admin',
  suppress: 'group-suppress',
  sysop: 'group-sysop',
  user: 'group-user',
}

/** What people call a group; `undefined` for a group of this wiki's own, which has only its name. */
export function findGroupName(group: string, language: string): string | undefined {
  const key = Object.hasOwn(names, group) ? names[group] : undefined
  return key && textOf(key, language)
}
