import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

const longestToken = 1000
const wikiPatienceMilliseconds = 5000

/** A service where users of a wiki sign in without telling it their password. */
export function signInService(apiUrl: string): Server {
  /** Who has signed in, by the cookie that this service gave. */
  const visitors = new Map<string, string>()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      const [, cookie = ''] =
        /(?:^|; )visitor=([0-9a-f]{32})(?:;|$)/.exec(request.headers.cookie ?? '') ?? []
      const name = visitors.get(cookie)
      return say(response, 200, name === undefined ? 'I do not know you.' : `Hello again, ${name}!`)
    }
    if (request.method !== 'POST') return say(response, 405, 'Only GET and POST.')

    const token = new URLSearchParams(await readBody(request)).get('token') ?? ''
    const name = await findUser(apiUrl, token)
    if (name === undefined) return say(response, 403, 'That token proves nothing.')

    const cookie = randomBytes(16).toString('hex')
    visitors.set(cookie, name)
    response.setHeader('set-cookie', `visitor=${cookie}; Path=/; HttpOnly; SameSite=Lax`)
    say(response, 200, `Hello, ${name}!`)
  }

  return createServer((request, response) => {
    answer(request, response).catch(() => say(response, 502, 'The wiki did not answer.'))
  })
}

/**
 * Asks the wiki whose token this is. Once, and only while it is fresh: whoever reads it later, in a
 * log or a history, can do nothing with it.
 */
async function findUser(apiUrl: string, token: string): Promise<string | undefined> {
  const proof = { action: 'session_verification', token, maxage: '60', singleuse: '1' }
  // Without a token the wiki would offer us one instead.
  const verified = /^[0-9a-f]+-/.test(token) ? await askWiki(apiUrl, proof) : {}
  const { success, userID } = verified.session_verification ?? {}
  if (success !== 1 || userID === undefined) return undefined

  const asked = await askWiki(apiUrl, { action: 'query', list: 'users', ususerids: userID })
  return asked.query?.users?.[0]?.name
}

/** What the wiki answers, as far as this service looks. */
interface WikiAnswer {
  readonly session_verification?: { readonly success?: number; readonly userID?: string }
  readonly query?: { readonly users?: readonly { readonly name?: string }[] }
}

async function askWiki(
  apiUrl: string,
  form: Readonly<Record<string, string>>,
): Promise<WikiAnswer> {
  const response = await fetch(apiUrl, {
    method: 'POST',
    // In the body: a token in an address would stand in logs.
    body: new URLSearchParams({ ...form, format: 'json', formatversion: '2' }),
    signal: AbortSignal.timeout(wikiPatienceMilliseconds),
  })
  // The wiki is trusted to say who its users are, so also to say it in this form.
  return (await response.json()) as WikiAnswer
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk
    if (body.length > longestToken) return ''
  }
  return body
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}

if (import.meta.main) {
  const [apiUrl = '', port = '', ...more] = process.argv.slice(2)
  const usage = 'usage: node service.ts <address of api.php> <port>'
  if (!/^https?:$/.test(URL.parse(apiUrl)?.protocol ?? '')) {
    stop(`"${apiUrl}" is no address of a wiki such as http://127.0.0.1:8080/api.php; ${usage}`)
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    stop(`"${port}" is no port from 0 to 65535; ${usage}`)
  }
  if (more.length > 0) stop(`"${more[0]}" is too much; ${usage}`)

  const server = signInService(apiUrl).listen(Number(port), '127.0.0.1', () => {
    const address = server.address()
    const at = typeof address === 'object' ? address?.port : port
    console.log(`http://127.0.0.1:${at}/`)
  })
  server.on('error', (error) => stop(`Cannot listen on port ${port}: ${error.message}`))
}

function stop(why: string): never {
  console.error(why)
  process.exit(1)
}
