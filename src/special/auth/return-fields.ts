import type { PageCall, Query } from '../page.ts'

/** Where the visitor came from, for the address of a form: it is kept from step to step. */
export function returnFields({ field }: PageCall): Query {
  const returnto = field('returnto')
  const returntoquery = field('returntoquery')
  if (returnto === '') return {}
  return returntoquery === '' ? { returnto } : { returnto, returntoquery }
}
