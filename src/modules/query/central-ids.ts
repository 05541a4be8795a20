import { annotate, type ResultObject } from '../../result/value.ts'
import type { Settings } from '../../settings/settings.ts'

/**
 * An account's ids on all wikis that share it. An account of this wiki is one of no other: the only
 * "central" accounts are its own.
 */
export function centralIds(
  userId: number,
  attachedWiki: string | undefined,
  settings: Settings,
): ResultObject {
  const isAccount = userId !== 0
  return {
    centralids: annotate({ local: userId }, { arrayType: 'assoc' }),
    attachedlocal: annotate({ local: isAccount }, { arrayType: 'assoc' }),
    attachedwiki: attachedWiki
      ? annotate({ local: isAccount && attachedWiki === settings.DBname }, { arrayType: 'assoc' })
      : undefined,
  }
}
