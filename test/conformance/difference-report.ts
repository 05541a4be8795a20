import { diff } from 'node:util'
import type { Answer, Step } from './conversation.ts'

/** What is to be read when an answer is not the expected one; nothing when it is. */
export function reportDifference(
  step: Step,
  number: number,
  expected: Answer,
  actual: Answer,
): string | undefined {
  const [wanted, given] = [spell(expected), spell(actual)]
  if (wanted === given) return undefined

  const lines = diff(given.split('\n'), wanted.split('\n')).map(([operation, line]) => {
    const sign = operation === 0 ? ' ' : operation === 1 ? '+' : '-'
    return { sign, text: `    ${sign} ${line}` }
  })
  const near = lines.filter((_, index) =>
    lines.slice(Math.max(0, index - 2), index + 3).some(({ sign }) => sign !== ' '),
  )
  return [`  step ${number}: ${requestLine(step)}`, ...near.map(({ text }) => text)].join('\n')
}

/** The order of keys counts, so the spelled-out answers are compared, not the objects. */
function spell({ status = 200, headers = {}, cookies = [], body }: Answer): string {
  return JSON.stringify({ status, headers, cookies, body }, null, 2)
}

function requestLine(step: Step): string {
  const { as, method, path = 'api.php', query, body, cookies, headers, config } = step
  const details = Object.entries({ as, body, cookies, headers, config })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `\n      ${name}: ${JSON.stringify(value)}`)
  const verb = method ?? (body === undefined ? 'GET' : 'POST')
  return `${verb} ${path}${query === undefined ? '' : `?${query}`}${details.join('')}`
}
