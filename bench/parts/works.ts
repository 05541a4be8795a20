import { ExpectedAnswer } from './expected-answer.ts'
import type { StoredVisitor } from './filled-wiki.ts'
import { type Question, type Request, spellQuestion } from './question.ts'
import { checkToken, getLoginToken, getToken } from './requests.ts'

/** Those who ask: each has a session of their own, in Jeton's store or in the reference's. */
export interface Visitors {
  readonly browsers: readonly StoredVisitor[]
  readonly programs: readonly StoredVisitor[]
}

/** What servers are asked again and again, and how fast Jeton is promised to be. */
export interface Work {
  readonly what: string
  /** At least so much of what bare node:http answers, and so many times as much as MediaWiki. */
  readonly promised: { readonly bare: number; readonly reference: number }
  questions(visitors: Visitors): readonly Question[]
}

/** The kinds of work, by what `--only` calls them. */
export const works: Readonly<Record<string, Work>> = {
  'checktoken-anonymous': {
    what: 'checktoken, anonymous',
    promised: { bare: 0.9, reference: 85 },
    questions: ({ browsers }) =>
      askAll(browsers, '"result":"', ({ token }) => checkToken({ token })),
  },
  'checktoken-signed-in': {
    what: 'checktoken, signed in, token valid',
    promised: { bare: 0.8, reference: 85 },
    questions: ({ browsers }) => askAll(browsers, '"valid"', checkToken),
  },
  'checktoken-program': {
    what: 'checktoken, session of a bot password, token valid',
    promised: { bare: 0.8, reference: 85 },
    questions: ({ programs }) => askAll(programs, '"valid"', checkToken),
  },
  tokens: {
    what: 'meta=tokens, signed in',
    promised: { bare: 0.8, reference: 85 },
    questions: ({ browsers }) => askAll(browsers, '"csrftoken":"', getToken),
  },
  'login-token': {
    what: 'meta=tokens&type=login without a cookie, makes a session',
    promised: { bare: 0.6, reference: 60 },
    questions: ({ browsers }) => askAll(browsers, '"logintoken":"', () => getLoginToken),
  },
  help: {
    what: 'help page of a module',
    promised: { bare: 0.75, reference: 1000 },
    questions: ({ browsers }) =>
      askAll(browsers, 'action=logout', () => ({ target: '/api.php?action=help&modules=logout' })),
  },
}

function askAll(
  visitors: readonly StoredVisitor[],
  text: string,
  request: (visitor: StoredVisitor) => Request,
): readonly Question[] {
  const expected = new ExpectedAnswer(text)
  return visitors.map((visitor, number) => spellQuestion(request(visitor), expected, number))
}
