/* Runs in a thread of its own, started by `bcrypt-thread.ts`: one message in, one message out, in order. */
import { parentPort } from 'node:worker_threads'
import { hashSync } from 'bcryptjs'
import { giveWay } from './give-way.ts'

/** A password to be hashed. */
export interface BcryptTask {
  readonly id: number
  readonly password: string
  readonly setting: string
}

/** The hash of the password of the task with the same id. */
export interface BcryptDone {
  readonly id: number
  readonly hash: string
}

giveWay()

parentPort?.on('message', ({ id, password, setting }: BcryptTask) => {
  const done: BcryptDone = { id, hash: hashSync(password, setting) }
  parentPort?.postMessage(done)
})
