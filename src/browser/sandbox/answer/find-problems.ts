import { partsOf } from '../../../client/parts-of.ts'
import { findErrors, type Problem } from '../../../client/problems.ts'
import type { ShownParam } from '../request/shown-modules.ts'

/** What the wiki refused, and the names of the parameters that it is about, as they are sent. */
export interface FoundProblem {
  readonly code: string
  readonly text: string
  readonly params: readonly string[]
}

/** Finds the errors of an answer, in whichever form they were asked for, and what they are about. */
export function findProblems(
  answer: unknown,
  params: readonly ShownParam[],
): readonly FoundProblem[] {
  return findErrors(answer).map((problem) => ({
    code: problem.code,
    text: problem.text,
    params: namesIn(problem, params),
  }))
}

/** Its words name them between quotation marks or as `<var>`; else the code does: `badtoken`, `invalidexpiry`. */
function namesIn(problem: Problem, params: readonly ShownParam[]): readonly string[] {
  const quoted = quotedIn(problem.html ?? problem.text)
  const named = params.filter(({ name }) => quoted.includes(name))
  if (named.length > 0) return named.map(({ name }) => name)

  const codes = [problem.code, partsOf(problem.data)['legacycode']]
  const meant = codes.flatMap((code) => meaning.exec(String(code))?.groups?.['name'] ?? [])
  return params
    .filter(({ info, name }) => meant.includes(name) || meant.includes(info.name))
    .map(({ name }) => name)
}

const meaning = /^(?:bad|invalid|missing|no|unknown_)(?<name>\w+)$/

function quotedIn(text: string): readonly string[] {
  const quotes = text.matchAll(/["“«]\s?([^"“”«»]+?)\s?["”»]|<(?:var|kbd)>([^<]+)</g)
  return [...quotes].map(([, quoted, marked]) => quoted ?? marked ?? '')
}
