import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { describe, it } from 'node:test'
import { ExpectedAnswer } from '../bench/parts/expected-answer.ts'
import { ask, eachOnce } from '../bench/parts/load.ts'
import { percentile } from '../bench/parts/median.ts'
import { type Question, spellQuestion } from '../bench/parts/question.ts'
import { askOnTime } from '../bench/parts/schedule.ts'

/** So many questions that a server answers rightly with the word "yes". */
function questions(count: number): readonly Question[] {
  const expected = new ExpectedAnswer('"yes"')
  return Array.from({ length: count }, (_, at) => spellQuestion({ target: '/' }, expected, at))
}

async function withServer<Result>(
  listener: RequestListener,
  work: (port: number) => Promise<Result>,
): Promise<Result> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  try {
    return await work(typeof address === 'object' ? (address?.port ?? 0) : 0)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/** Answers the first questions rightly, and all others by another listener. */
function after(rightAnswers: number, listener: RequestListener): RequestListener {
  let count = 0
  return (request, response) => {
    if (++count > rightAnswers) listener(request, response)
    else response.end('{"answer":"yes"}')
  }
}

const load = (listener: RequestListener, count = 5) =>
  withServer(listener, (port) => ask({ port, connections: 2, next: eachOnce(questions(count)) }))

describe('what asks servers for npm run bench', () => {
  it('counts answers of any length that are right', async () => {
    let count = 0
    const { answers, milliseconds } = await load((_request, response) => {
      response.end(`{"answer":"yes"${' '.repeat(count++ % 3)}}`)
    }, 50)
    assert.equal(answers, 50)
    assert.equal(milliseconds.length, 50)
    assert.ok((milliseconds[0] ?? -1) > 0)
  })

  it('counts answers that come in pieces, once each', async () => {
    const { answers } = await load((_request, response) => {
      response.write('{"answer":')
      setImmediate(() => response.end('"yes"}'))
    })
    assert.equal(answers, 5)
    const padding = 'x'.repeat(200_000)
    const long = await load((_request, response) => response.end(`"yes"${padding}`))
    assert.equal(long.answers, 5)
  })

  it('takes no wrong answer for a right one, however alike they are', async () => {
    const wrong = after(3, (_request, response) => response.end('{"answer":"nay"}'))
    await assert.rejects(load(wrong), /Cannot count this answer:[\s\S]*nay/)
  })

  it('takes no error for an answer, whatever is in it', async () => {
    const failing = after(3, (_request, response) => {
      response.writeHead(500).end('{"answer":"yes"}')
    })
    await assert.rejects(load(failing), /Cannot count this answer:\nHTTP\/1\.1 500/)
  })

  it('does not wait for ever for who hangs up', async () => {
    const leaving = after(3, (request) => request.socket.destroy())
    await assert.rejects(load(leaving), /hung up|ECONNRESET/)
  })

  it('counts from when a question was due, not from when it could be asked', async () => {
    // Holds everybody up once, for longer than all questions take that are due meanwhile.
    const held = Promise.withResolvers<void>()
    let count = 0
    const { milliseconds } = await withServer(
      async (_request, response) => {
        if (++count === 1) await held.promise
        response.end('"yes"')
      },
      (port) => {
        const next = eachOnce(questions(20))
        return askOnTime({
          ...{ port, connections: 1, perSecond: 1000 },
          next() {
            const question = next()
            // All have been due: only now the first is answered.
            if (question === undefined) held.resolve()
            return question
          },
        })
      },
    )
    assert.equal(milliseconds.length, 20)
    // The last was due 19 ms after the first.
    assert.ok(percentile(milliseconds, 50) >= 9 && percentile(milliseconds, 100) >= 19)
  })
})
