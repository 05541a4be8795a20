import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BcryptDone, BcryptTask } from './bcrypt-worker.ts'

/** Computes bcrypt in a thread, started when first needed: in plain JavaScript it would stall everybody else. */
export class BcryptThread {
  readonly #waiting = new Map<number, PromiseWithResolvers<string>>()
  #worker: Worker | undefined
  #lastId = 0

  /** Hashes a password as crypt() does for such a setting (`$2y$09$` and the salt). */
  hash(password: string, setting: string): Promise<string> {
    const task: BcryptTask = { id: ++this.#lastId, password, setting }
    const result = Promise.withResolvers<string>()
    this.#worker ??= this.#start()
    this.#waiting.set(task.id, result)
    this.#worker.ref()
    this.#worker.postMessage(task)
    return result.promise
  }

  #start(): Worker {
    // Built for npm, both files are `.js`.
    const file = new URL(`./bcrypt-worker${extname(import.meta.filename)}`, import.meta.url)
    // Without our own options, some of which (`--eval`) a thread cannot have.
    const worker = new Worker(file, { execArgv: [] })
    worker.on('message', ({ id, hash }: BcryptDone) => {
      this.#waiting.get(id)?.resolve(hash)
      this.#waiting.delete(id)
      // An idle thread must not keep the process alive, but one that somebody waits for must.
      if (this.#waiting.size === 0) worker.unref()
    })
    worker.on('error', (error) => this.#forget(error))
    return worker
  }

  /** After a crash: nobody waits for ever, and the next password gets a new thread. */
  #forget(error: unknown): void {
    this.#worker = undefined
    for (const result of this.#waiting.values()) result.reject(error)
    this.#waiting.clear()
  }
}
