import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** What is asked, and of whom. */
export interface Load {
  readonly port: number
  /** The request as it goes over the wire, with `Content-Length` or without a body. */
  readonly request: string
  readonly connections: number
  readonly seconds: number
}

/**
 * Asks the same over and over on connections that stay open, each the next question after the last
 * answer, and says how many answers came a second. Counts bytes instead of reading HTTP, so that the
 * server is what is measured; every answer has to be as long as the first, and 200.
 */
export async function answersPerSecond(load: Load): Promise<number> {
  const until = performance.now() + load.seconds * 1000
  const started = performance.now()
  const counts = await Promise.all(
    Array.from({ length: load.connections }, async () => {
      const socket = connect(load.port, '127.0.0.1').setNoDelay(true)
      await once(socket, 'connect')
      return askUntil(socket, Buffer.from(load.request), until)
    }),
  )
  const answers = counts.reduce((sum, count) => sum + count, 0)
  return answers / ((performance.now() - started) / 1000)
}

function askUntil(socket: Socket, request: Buffer, until: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  let [answers, length, received] = [0, 0, 0]
  socket.on('error', reject)
  socket.on('close', () => reject(new Error('Cannot go on asking: the server hung up')))
  socket.on('data', (chunk) => {
    if (received === 0) {
      if (!chunk.subarray(0, 12).equals(ok)) {
        reject(new Error(`Cannot count this answer: ${chunk.toString()}`))
      }
      length ||= lengthOf(chunk)
    }
    received += chunk.length
    if (received < length) return
    if (received > length) reject(new Error('Cannot count answers: they differ in length'))

    received = 0
    answers++
    if (performance.now() < until) socket.write(request)
    else {
      resolve(answers)
      socket.destroy()
    }
  })
  socket.write(request)
  return promise
}

const ok = Buffer.from('HTTP/1.1 200')

/** How long an answer is, of which the whole head has come. */
function lengthOf(chunk: Buffer): number {
  const head = chunk.subarray(0, chunk.indexOf('\r\n\r\n') + 4).toString('latin1')
  const [, body] = /^content-length: (\d+)\r$/im.exec(head) ?? []
  if (body === undefined) throw new Error(`Cannot tell the length of this answer: ${head}`)
  return head.length + Number(body)
}
