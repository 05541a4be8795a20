import type { Html } from '../messages/html.ts'
import type { Problem } from '../result/problem.ts'
import type { PageCall } from './page.ts'
import { sayMessages } from './say-message.ts'

/** Says what the API found wrong, in the language of the page. */
export function sayProblems(problems: readonly Problem[], call: PageCall): Html {
  return sayMessages(
    problems.map(({ message }) => message),
    call,
  )
}
