import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** Asks everything over one connection, so that of several processes one answers. */
export class OneConnection implements Disposable {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })

  /** Takes and gives what `fetch` does. */
  readonly fetch = async (asked: Request): Promise<Response> => {
    const { url, method } = asked
    const headers = Object.fromEntries(asked.headers)
    const sent = request(url, { agent: this.#agent, method, headers })
    sent.end(Buffer.from(await asked.arrayBuffer()))
    const [answer]: IncomingMessage[] = await once(sent, 'response')
    if (answer === undefined) throw new Error(`Cannot ask ${url}: nothing came back`)

    const told = new Headers()
    for (const [name, values = []] of Object.entries(answer.headersDistinct))
      for (const value of values) told.append(name, value)
    return new Response(await buffer(answer), { status: answer.statusCode ?? 0, headers: told })
  };

  [Symbol.dispose](): void {
    this.#agent.destroy()
  }
}
