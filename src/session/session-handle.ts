import { createHmac } from 'node:crypto'

/**
 * What a session is called when it is spoken of. Nobody can work out the session's id from it, which
 * would let him in; the id is its key because ids are long and random enough to be one.
 */
export function sessionHandle(id: string): string {
  return createHmac('sha256', id).update('jeton:session').digest('hex').slice(0, 32)
}
