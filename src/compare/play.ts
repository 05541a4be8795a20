import type { Answer, Conversation, Step } from './conversation.ts'
import { cookiePrefix, fullCookieName } from './cookie-names.ts'
import { normalAnswer } from './normal/normal-answer.ts'
import type { Peer, WireAnswer, WireRequest } from './peer.ts'
import { readJson } from './read-json.ts'
import type { Variables } from './variables.ts'
import { fill, fillDeep, findByPath, findTokens, startVariables } from './variables.ts'
import { Visitor } from './visitor.ts'

const formType = 'application/x-www-form-urlencoded'

/** Has a conversation with a peer, and yields each answer as it is compared. */
export async function* play(conversation: Conversation, peer: Peer): AsyncGenerator<Answer> {
  const variables = startVariables()
  variables.set('origin', peer.origin)
  const { visitors: loggedIn = {}, ...fixture } = conversation.fixture ?? {}
  const results = await peer.prepare(fillDeep(fixture, variables))
  for (const [name, value] of Object.entries(results)) variables.set(name, value)

  const visitors = new Map<string, Visitor>()
  for (const [name, credentials] of Object.entries(fillDeep(loggedIn, variables))) {
    const visitor = new Visitor(peer)
    await visitor.logIn(credentials)
    variables.set(`${name}.csrf`, await visitor.token('csrf'))
    visitors.set(name, visitor)
  }

  const prefix = await findPrefix(peer)
  for (const step of conversation.steps) {
    const visitor = visitors.get(step.as ?? '') ?? new Visitor(peer)
    visitors.set(step.as ?? '', visitor)
    changeCookies(step, visitor, variables, prefix)
    const answer = await visitor.send(wireRequest(step, variables))
    for (const [variable, path] of Object.entries(step.remember ?? {})) {
      const value = findValue(path, answer, (name) =>
        visitor.jar.find(fullCookieName(name, prefix)),
      )
      if (value !== undefined) variables.set(variable, value)
    }
    const context = { origin: peer.origin, fresh: variables.get('fresh') ?? '' }
    yield normalAnswer(answer, step.compare, context)
  }
}

function findValue(
  path: string,
  { body }: WireAnswer,
  findCookie: (name: string) => string | undefined,
): string | undefined {
  const [, kind, name = ''] = /^(cookie|token):(.*)$/.exec(path) ?? []
  if (kind === 'cookie') return findCookie(name)
  return kind === 'token' ? findTokens(body)[Number(name)] : findByPath(readJson(body), path)
}

async function findPrefix(peer: Peer): Promise<string> {
  const target = 'api.php?action=query&meta=tokens&type=login&format=json'
  const { headers } = await peer.send({ method: 'GET', target, headers: {} })
  return cookiePrefix(headers.getSetCookie())
}

function changeCookies(step: Step, visitor: Visitor, variables: Variables, prefix: string): void {
  for (const [name, value] of Object.entries(step.cookies ?? {})) {
    const fullName = fullCookieName(name, prefix)
    if (value === null) visitor.jar.remove(fullName)
    else visitor.jar.put(fullName, fill(value, variables))
  }
}

function wireRequest(step: Step, variables: Variables): WireRequest {
  const { type = formType } = step
  const isForm = type?.startsWith(formType)
  const query = step.query === undefined ? '' : `?${fillPairs(step.query, variables)}`
  const fillBody = isForm ? fillPairs : fill
  const headers = {
    ...(step.body !== undefined && type !== null ? { 'content-type': type } : {}),
    ...(step.config ? { 'x-test-config': JSON.stringify(step.config) } : {}),
    ...step.headers,
  }
  return {
    method: step.method ?? (step.body === undefined ? 'GET' : 'POST'),
    target: `${step.path ?? 'api.php'}${query}`,
    headers,
    ...(step.body === undefined ? {} : { body: fillBody(step.body, variables) }),
  }
}

/** Fills in `name=value` pairs; a space may be written as it is. */
function fillPairs(pairs: string, variables: Variables): string {
  return fill(pairs, variables, encodeURIComponent).replaceAll(' ', '%20')
}
