import { hashQueue } from '../src/auth/passwords/hash-queue.ts'

/** Fills the queue of passwords to be hashed with tasks that wait to be released. */
export async function fillHashQueue(): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const tasks: Promise<void>[] = []
  let isFull = false
  while (!isFull) {
    const task = hashQueue.run(() => promise)
    // Whether it was refused is known in the next turn, and only then.
    const refused = task.then(
      () => false,
      () => true,
    )
    isFull = await Promise.race([refused, new Promise<false>((no) => setImmediate(no, false))])
    if (!isFull) tasks.push(task)
  }
  return async () => {
    resolve()
    await Promise.all(tasks)
  }
}
