import type { Step } from '../../src/compare/conversation.ts'

/** What a step may say beside its request line. */
export type StepDetails = Omit<Step, 'query' | 'body'>

const json = 'format=json&formatversion=2'

/** Asks by GET, for JSON in version 2 unless the query names a format. */
export function get(query: string, details: StepDetails = {}): Step {
  return { query: withFormat(query), ...details }
}

/** Asks by POST with a form, for JSON in version 2 unless the form names a format. */
export function post(body: string, details: StepDetails & { readonly query?: string } = {}): Step {
  const { query, ...rest } = details
  const form = hasFormat(query ?? '') ? body : withFormat(body)
  return { ...(query === undefined ? {} : { query }), body: form, ...rest }
}

/** Asks for a login token, which opens a session, and remembers it as `{login}`. */
export function fetchLoginToken(details: StepDetails = {}): Step {
  const remember = { login: 'query.tokens.logintoken', ...details.remember }
  return get('action=query&meta=tokens&type=login', { ...details, remember })
}

function withFormat(pairs: string): string {
  if (hasFormat(pairs)) return pairs
  return pairs === '' ? json : `${pairs}&${json}`
}

function hasFormat(pairs: string): boolean {
  return /(^|&)format=/.test(pairs)
}
