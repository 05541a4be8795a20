import { CannotCompare, CannotPlay } from './cannot-compare.ts'
import type { Credentials } from './conversation.ts'
import { DiscreetPeer } from './discreet-peer.ts'
import { HttpPeer } from './http-peer.ts'
import type { Peer, WireAnswer } from './peer.ts'
import { readJson } from './read-json.ts'
import { readsTestConfig } from './reads-test-config.ts'
import { findByPath } from './variables.ts'
import { Visitor } from './visitor.ts'

/** One of the two that are compared. */
export interface Side {
  readonly url: string
  readonly peer: Peer
  readonly secrets: ReadonlySet<string>
  readonly readsTestConfig: boolean
}

/** Finds out whether somebody answers as an api.php does, and lets the user log in who is given. */
export async function openSide(given: string, user?: Credentials): Promise<Side> {
  const url = readAddress(given)
  const peer = new DiscreetPeer(new HttpPeer(url, user))
  await checkIsApi(url, peer)
  if (user) await checkUser(url, peer, user)
  return { url, peer, secrets: peer.secrets, readsTestConfig: await readsTestConfig(peer) }
}

function readAddress(given: string): string {
  const address = URL.canParse(given) ? new URL(given) : undefined
  // It is shown again and again.
  if (address?.username || address?.password)
    throw new CannotCompare('The address of an api.php must not contain a user and a password.')
  if (address && /^https?:$/.test(address.protocol) && address.pathname.endsWith('/api.php'))
    return `${address.origin}${address.pathname}`
  const example = 'http://127.0.0.1:8080/api.php'
  throw new CannotCompare(`"${given}" is not the address of an api.php, such as ${example}.`)
}

async function checkIsApi(url: string, peer: Peer): Promise<void> {
  const target = 'api.php?action=query&meta=tokens&type=login&format=json&formatversion=2'
  const answer = await peer.send({ method: 'GET', target, headers: {} })
  if (findByPath(readJson(answer.body), 'query.tokens.logintoken') === undefined)
    throw new CannotCompare(
      `${url} is not an api.php: asked for a login token, it answered ${say(answer)}.`,
    )
}

function say({ status, headers, body }: WireAnswer): string {
  const code = findByPath(readJson(body), 'error.code')
  if (code !== undefined) return `with the error "${code}"`
  const type = headers.get('content-type')?.split(';')[0] ?? 'nothing'
  return `HTTP ${status} with ${type}`
}

async function checkUser(url: string, peer: Peer, user: Credentials): Promise<void> {
  try {
    await new Visitor(peer).logIn(user)
  } catch (error) {
    // Here it is no conversation that ends, but the comparison: the user was given for it.
    if (!(error instanceof CannotPlay)) throw error
    throw new CannotCompare(`${url} does not allow ${error.message}.`)
  }
}
