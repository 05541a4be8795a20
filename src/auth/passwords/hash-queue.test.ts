import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { HashQueue, HashQueueFullError } from './hash-queue.ts'

/** Tasks that end when they are told to, and the order in which they began. */
function makeTasks() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const task = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
  }
  return { begun, ends, task }
}

/** Lets everything happen that does not wait for something else. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('HashQueue', () => {
  it('runs so many at once, and the others in the order in which they came', async () => {
    const { begun, ends, task } = makeTasks()
    const queue = new HashQueue(2, 10)
    const results = ['a', 'b', 'c', 'd'].map((name) => queue.run(task(name)))
    await settle()
    assert.deepEqual(begun, ['a', 'b'])
    ends.get('b')?.()
    await settle()
    assert.deepEqual(begun, ['a', 'b', 'c'])
    ends.get('a')?.()
    ends.get('c')?.()
    await settle()
    ends.get('d')?.()
    assert.deepEqual(await Promise.all(results), ['a', 'b', 'c', 'd'])
  })

  it('refuses at once what would make the queue too long, and nothing else', async () => {
    const { begun, ends, task } = makeTasks()
    const queue = new HashQueue(1, 1)
    const results = [queue.run(task('a')), queue.run(task('b'))]
    await assert.rejects(queue.run(task('c')), HashQueueFullError)
    ends.get('a')?.()
    await settle()
    ends.get('b')?.()
    assert.deepEqual(await Promise.all(results), ['a', 'b'])
    assert.deepEqual(begun, ['a', 'b'])
  })

  it('goes on after a task that fails', async () => {
    const queue = new HashQueue(1, 10)
    const failing = queue.run(() => Promise.reject(new Error('broken')))
    const next = queue.run(async () => 'fine')
    await assert.rejects(failing, /broken/)
    assert.equal(await next, 'fine')
  })

  it('lets nobody in twice when a place becomes free', async () => {
    let running = 0
    let most = 0
    const queue = new HashQueue(3, 1000)
    const task = async () => {
      most = Math.max(most, ++running)
      await settle()
      running--
    }
    await Promise.all(Array.from({ length: 200 }, () => queue.run(task)))
    await Promise.all(Array.from({ length: 200 }, () => queue.run(task)))
    assert.equal(most, 3)
  })
})
