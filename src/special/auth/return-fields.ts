import type { PageCall, Query } from '../page.ts'

/** Who has just logged in wants neither to log out again nor another password. */
const unwanted = /^special:(?:userlogout|passwordreset)\b/i

/** Where the visitor came from, for the address of a form: it is kept from step to step. */
export function returnFields({ field }: PageCall): Query {
  const returnto = field('returnto')
  const returntoquery = field('returntoquery')
  if (returnto === '' || unwanted.test(returnto)) return {}
  return returntoquery === '' ? { returnto } : { returnto, returntoquery }
}
