import { readQuery, spellQuery } from '../local-url.ts'
import type { Query } from '../page.ts'
import type { FrameContext } from './frame.ts'

/** Pages that nobody wants to come back to once they have done what they are for. */
const passing: ReadonlySet<string> = new Set(['UserLogin', 'UserLogout', 'CreateAccount'])

/** How a page is named to those that lead back: the page itself, or where it leads back to. */
export function returnQuery({ title, page, call }: FrameContext): Query {
  const { field, params, isPosted } = call
  const isPassing = passing.has(page.name)
  const returnto = isPassing ? field('returnto') : title.replaceAll(' ', '_')
  const returntoquery = isPassing
    ? field('returntoquery')
    : isPosted
      ? ''
      : spellQuery(readQuery(params))
  return {
    ...(returnto === '' ? {} : { returnto }),
    ...(returntoquery === '' ? {} : { returntoquery }),
  }
}
