import type { Socket } from 'node:net'
import { spellAddress } from '../auth/addresses/spell-address.ts'
import { loopTurn } from '../turn.ts'

/**
 * With more connections than that in one process, Node may ask the system again within a turn of the event
 * loop: it takes the news of at most 1024 at a time.
 */
const mostConnections = 900
let openConnections = 0

/** What is known of a connection, for all of its requests. */
export class Connection {
  /** The address at its other end, as MediaWiki spells it. */
  readonly address: string
  #unanswered = 0
  #answeredIn: number | undefined

  constructor(socket: Socket) {
    this.address = spellAddress(socket.remoteAddress ?? '') ?? ''
    if (socket.destroyed) return

    openConnections += 1
    socket.once('close', () => {
      openConnections -= 1
    })
  }

  /**
   * Notes that a request has come, in an event of its own; tells whether it is certain that it was on its
   * way when this turn of the event loop began. So it is if nothing else on this connection can have been
   * what the system told of: no request before it that was still being sent, or was answered in this turn.
   */
  begin(): boolean {
    const isAlone = this.#unanswered === 0 && this.#answeredIn !== loopTurn()
    this.#unanswered += 1
    return isAlone && openConnections <= mostConnections
  }

  /** Notes that a request has been answered. */
  end(): void {
    this.#unanswered -= 1
    this.#answeredIn = loopTurn()
  }
}

const known = new WeakMap<Socket, Connection>()

/** What is known of the connection that a socket is an end of. */
export function connectionOf(socket: Socket): Connection {
  const found = known.get(socket)
  if (found !== undefined) return found

  const made = new Connection(socket)
  known.set(socket, made)
  return made
}
