import type { Html } from '../../messages/html.ts'
import type { Problem } from '../../result/problem.ts'
import type { PageCall } from '../page.ts'
import { sayProblems } from '../say-problems.ts'

/** The fields of the form, at each of which something can be wrong. */
export type BlockField =
  | 'wpAutoBlock'
  | 'wpConfirm'
  | 'wpCreateAccount'
  | 'wpDisableEmail'
  | 'wpDisableUTEdit'
  | 'wpEditingRestriction'
  | 'wpExpiry'
  | 'wpHardBlock'
  | 'wpHideUser'
  | 'wpNamespaceRestrictions'
  | 'wpPageRestrictions'
  | 'wpTarget'
  | 'wpWatch'

/** What is wrong with a form that was sent: at its fields, and with the whole of it. */
export interface BlockErrors {
  readonly fields: Readonly<Partial<Record<BlockField, Html>>>
  readonly whole?: Html
  /** Whether it can be sent again as it is, once its sender says that it is meant. */
  readonly isToConfirm?: true
}

// biome-ignore format: a table
const places: ReadonlyMap<string, BlockField> = new Map([
  ['apierror-cantblock-email',   'wpDisableEmail'],
  ['badipaddress',               'wpTarget'],
  ['cant-see-hidden-user',       'wpTarget'],
  ['ip_range_toolarge',          'wpTarget'],
  ['ipb-empty-block',            'wpEditingRestriction'],
  ['ipb-prevent-user-talk-edit', 'wpDisableUTEdit'],
  ['ipb_expiry_invalid',         'wpExpiry'],
  ['ipb_expiry_old',             'wpExpiry'],
  ['ipb_expiry_temp',            'wpExpiry'],
  ['ipb_hide_invalid',           'wpHideUser'],
  ['ipb_hide_partial',           'wpHideUser'],
  ['nosuchusershort',            'wpTarget'],
  ['range_block_disabled',       'wpTarget'],
])

/** Says what the API found wrong where it belongs. */
export function placeErrors(
  problems: readonly [Problem, ...Problem[]],
  call: PageCall,
): BlockErrors {
  const [{ message }] = problems
  const said =
    message.key === 'ipb-prevent-user-talk-edit'
      ? call.say('pages-block-usertalk')
      : sayProblems(problems, call)
  const place = places.get(message.key)
  if (place !== undefined) return { fields: { [place]: said } }

  const isToConfirm = message.key === 'ipb_already_blocked'
  return { fields: {}, whole: said, ...(isToConfirm && { isToConfirm }) }
}
