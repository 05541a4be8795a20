import type { Socket } from 'node:net'
import { spellAddress } from '../auth/addresses/spell-address.ts'

/** The address at the other end of a connection, as MediaWiki spells it; spelled once for all of its requests. */
export function peerAddress(socket: Socket): string {
  const known = spelled.get(socket)
  if (known !== undefined) return known

  const address = spellAddress(socket.remoteAddress ?? '') ?? ''
  spelled.set(socket, address)
  return address
}

const spelled = new WeakMap<Socket, string>()
