import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A site that is no wiki. */
export interface OtherSite extends AsyncDisposable {
  readonly url: string
}

/** Serves a page at `/` with these headers, and scripts at paths that end in `.js`. */
export async function serveOtherSite(
  files: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<OtherSite> {
  const server = createServer(({ url = '' }, response) => {
    // Browsers ask for a picture that nobody has mentioned.
    const body = url === '/favicon.ico' ? '' : files[url]
    const type = url.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8'
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type, ...headers })
    response.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // Whoever listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
