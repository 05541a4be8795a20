import { diff } from 'node:util'
import type { Answer, Step } from './conversation.ts'
import { hideByName, hideInPairs } from './secrets.ts'

/** What is to be read when an answer is not the expected one; nothing when it is. */
export function reportDifference(
  step: Step,
  number: number,
  expected: Answer,
  actual: Answer,
): string | undefined {
  if (spellAnswer(expected) === spellAnswer(actual)) return undefined
  return `  step ${number}: ${requestLine(step)}\n${answerDiff(expected, actual).join('\n')}`
}

/** The lines that tell two answers apart, with what is near: `-` only in the first, `+` only in the second. */
export function answerDiff(first: Answer, second: Answer): readonly string[] {
  const [before, after] = [spellAnswer(first), spellAnswer(second)].map((text) => text.split('\n'))
  const lines = diff(before ?? [], after ?? []).map(([operation, line]) => {
    const sign = operation === 0 ? ' ' : operation === 1 ? '-' : '+'
    return { sign, text: `    ${sign} ${line}` }
  })
  return lines
    .filter((_, index) =>
      lines.slice(Math.max(0, index - 2), index + 3).some(({ sign }) => sign !== ' '),
    )
    .map(({ text }) => text)
}

/** The order of keys counts, so the spelled-out answers are compared, not the objects. */
export function spellAnswer({ status = 200, headers = {}, cookies = [], body }: Answer): string {
  return JSON.stringify({ status, headers, cookies, body }, null, 2)
}

/** How a step asks, for people to read: on lines of its own what stands beside the address. */
export function requestLine(step: Step): string {
  const { as, method, path = 'api.php', query, body, type, cookies, headers, config } = step
  const details = Object.entries({
    as,
    body: body === undefined ? undefined : shownBody(body, type),
    cookies: cookies && Object.keys(cookies),
    headers: headers && hideByName(headers),
    config: config && hideByName(config),
  })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `\n      ${name}: ${JSON.stringify(value)}`)
  const verb = method ?? (body === undefined ? 'GET' : 'POST')
  const pairs = query === undefined ? '' : `?${hideInPairs(query)}`
  return `${verb} ${path}${pairs}${details.join('')}`
}

/** Only of a form it is known which part is secret. */
function shownBody(body: string, type: Step['type']): string {
  const isForm = type === undefined || type?.startsWith('application/x-www-form-urlencoded')
  return isForm ? hideInPairs(body) : `${body.length} characters of ${type ?? 'no type'}`
}
