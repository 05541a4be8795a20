import type { Flow } from '../../auth/manager/flow-state.ts'
import type { PageCall } from '../page.ts'

/** What somebody is about to do on a page that may take several steps: to begin it, or to go on. */
export type StepAction<Begin extends Flow> = Begin | `${Begin}-continue`

/** Finds out which step a form was sent for; as in MediaWiki, one that does not say so goes on. */
export function readAction<Begin extends Flow>(begin: Begin, call: PageCall): StepAction<Begin> {
  const goesOn = `${begin}-continue` as const
  const given = call.field('authAction')
  if (given === begin) return begin
  return given === goesOn || isAnswer(call) ? goesOn : begin
}

/** Whether there are answers to look at: from a form, or from where somebody was sent and came back. */
export function isAnswer({ isPosted, subpage }: PageCall): boolean {
  return isPosted || subpage === 'return'
}
