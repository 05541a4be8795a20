import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import type { Sample } from './bare.ts'

/*
 * The least that a program on node:http does: sends the one answer that it reads from its standard
 * input to whoever asks anything, and prints its port.
 */

// Its parent wrote it.
const { headers, body } = (await json(process.stdin)) as Sample

const answerHeaders = [...headers]
// Each as it is fastest: a short text goes out in one piece with the headers, a long one would be
// encoded anew each time.
const longText = 4096
const sent = body.length < longText ? body : Buffer.from(body)
const server = createServer((_request, response) => {
  response.writeHead(200, answerHeaders)
  response.end(sent)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(typeof address === 'object' ? address?.port : address)
})
