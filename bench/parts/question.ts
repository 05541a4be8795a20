import type { ExpectedAnswer } from './expected-answer.ts'

/** What a server is asked, as it goes over the wire, and how a right answer is known. */
export interface Question {
  readonly bytes: Buffer
  readonly expected: ExpectedAnswer
}

/** A request before it is spelled. */
export interface Request {
  readonly target: string
  readonly cookie?: string | undefined
  /** Makes it a POST. */
  readonly form?: Readonly<Record<string, string>>
  readonly agent?: string
}

/**
 * Programs that ask wikis send such headers. None says that it takes compressed answers: MediaWiki
 * would compress them, Jeton leaves that to the proxy before it, and the work would not be the same.
 */
const agents = [
  'sweeper/2.1 (https://wiki.example/User:Sweeper) python-requests/2.32.3',
  'mwn/3.0.3 (Node.js; https://wiki.example/User:Patroller)',
  'm3api/1.1.0 tool-deadlinks/0.4 (deadlinks@wiki.example)',
  'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
] as const

/** Spells a request as programs send it; `number` says which program. */
export function spellQuestion(request: Request, expected: ExpectedAnswer, number = 0): Question {
  const { target, cookie, form } = request
  const body = form === undefined ? '' : new URLSearchParams(form).toString()
  const lines = [
    `${form === undefined ? 'GET' : 'POST'} ${target} HTTP/1.1`,
    'Host: 127.0.0.1:8080',
    `User-Agent: ${agents[number % agents.length]}`,
    'Accept: */*',
    'Connection: keep-alive',
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
    ...(form === undefined
      ? []
      : ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`]),
  ]
  return { bytes: Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`), expected }
}
