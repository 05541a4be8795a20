import { escapeWikitext } from '../../messages/say.ts'
import { ApiError } from '../../result/api-error.ts'
import type { PossibleError } from '../module.ts'
import { isAbsoluteUrl } from './is-absolute-url.ts'

/** What a step begins or goes on with. */
export interface StepParams {
  readonly continue: boolean
  readonly returnurl: string | undefined
}

/** Refuses who neither begins something nor goes on, and addresses that nobody could come back to. */
export function checkReturnUrl(
  { path, prefix }: { readonly path: string; readonly prefix: string },
  { continue: goesOn, returnurl }: StepParams,
): void {
  const [neither, bad] = returnUrlErrors(prefix)
  if (!goesOn && returnurl === undefined) throw new ApiError(path, neither.key, neither)
  if (returnurl === undefined || isAbsoluteUrl(returnurl)) return

  const params = [`${prefix}returnurl`, escapeWikitext(returnurl)]
  throw new ApiError(path, bad.key, { ...bad, params })
}

/** The errors that say so, as a module declares them. */
export function returnUrlErrors(prefix: string): readonly [PossibleError, PossibleError] {
  const list = ['continue', 'returnurl'].map((name) => ({ name: prefix + name }))
  const returnUrl = `${prefix}returnurl`
  return [
    { key: 'apierror-missingparam-at-least-one-of', params: [{ list, type: 'text' }, 2] },
    { key: 'apierror-badurl', params: [returnUrl, '###'], about: returnUrl },
  ]
}
