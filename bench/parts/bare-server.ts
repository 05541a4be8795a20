import { createServer } from 'node:http'

/* Sends the answer that its argument describes to whoever asks anything; prints its port. */

interface Answer {
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

// Its parent wrote it.
const { headers, body } = JSON.parse(process.argv[2] ?? '') as Answer

const server = createServer((_request, response) => {
  for (const [name, value] of headers) response.appendHeader(name, value)
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(typeof address === 'object' ? address?.port : address)
})
