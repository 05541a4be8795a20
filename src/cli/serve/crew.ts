import cluster, { type Worker } from 'node:cluster'
import { extname, join } from 'node:path'
import { CommandError } from '../explain.ts'
import { closeLostConnection } from './close-lost-connection.ts'
import { Replacements } from './replacements.ts'
import type { ServePlan } from './serve-plan.ts'
import { workerEnvironment } from './worker-environment.ts'
import type { WorkerOrder, WorkerReport } from './worker-messages.ts'

interface Member {
  readonly worker: Worker
  readonly since: number
  isServing: boolean
  isReleased: boolean
  /** Why it cannot serve, if it has said so. */
  cannot?: string
}

interface Log {
  warn(text: string): void
}

/** Longer than a worker waits for requests under way, and for what is left to do after them. */
const patienceMilliseconds = 25_000

/** Keeps so many processes serving: who dies is replaced. */
export class Crew {
  readonly #size: number
  readonly #log: Log
  readonly #members = new Set<Member>()
  readonly #replacements = new Replacements()
  readonly #plan = Promise.withResolvers<ServePlan>()
  readonly #complete = Promise.withResolvers<void>()
  readonly #ended = Promise.withResolvers<void>()
  #isComplete = false
  #isEnding = false
  #whyEnding: CommandError | undefined

  constructor(size: number, log: Log) {
    this.#size = size
    this.#log = log
    // Whoever waits for it hears of a failure; nobody has to wait.
    this.#ended.promise.catch(() => undefined)
  }

  /** Resolves once all were stopped and nobody is left; rejects if it had to give up. */
  get ended(): Promise<void> {
    return this.#ended.promise
  }

  /** Starts all processes, which then wait to be told what to serve. */
  load(): void {
    cluster.setupPrimary({
      // Built for npm, it is beside this as well, as `.js`.
      exec: join(import.meta.dirname, `worker${extname(import.meta.filename)}`),
      // What the command was told may hold passwords, which others could read off a process.
      args: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    for (let count = 0; count < this.#size; count++) this.#hire()
  }

  /** Tells all what to serve, and those that come later; resolves when they do. */
  async serve(plan: ServePlan): Promise<void> {
    this.#plan.resolve(plan)
    await Promise.race([this.#complete.promise, this.ended])
  }

  /** Lets requests under way be answered; resolves when all processes have ended. */
  stop(): Promise<void> {
    this.#dismiss()
    return this.ended
  }

  /** Ends all processes at once. */
  kill(): void {
    this.#isEnding = true
    for (const { worker } of this.#members) worker.process.kill('SIGKILL')
  }

  [Symbol.dispose](): void {
    this.kill()
  }

  #hire(): void {
    if (this.#isEnding) return

    const worker = cluster.fork(workerEnvironment(this.#size))
    const member: Member = { worker, since: performance.now(), isServing: false, isReleased: false }
    this.#members.add(member)
    closeLostConnection(worker)
    // One that has died cannot be told anything, and its end is heard of.
    worker.on('error', () => {})
    worker.on('message', (report: WorkerReport) => this.#hear(member, report))
    worker.on('exit', (code, signal) => {
      const how = signal ? `was ended by ${signal}` : `has ended with the code ${code}`
      this.#members.delete(member)
      if (this.#isEnding) this.#endWithTheLast()
      else this.#replace(member, member.cannot ?? `Worker ${worker.process.pid} ${how}.`)
    })
  }

  async #hear(member: Member, report: WorkerReport): Promise<void> {
    if (report === 'loaded') return tell(member.worker, { serve: await this.#plan.promise })
    if (report === 'asked to end') return release(member)
    if (report !== 'serving') {
      member.cannot = report.cannot
      return
    }
    member.isServing = true
    this.#replacements.noteServing()
    if ([...this.#members].filter(({ isServing }) => isServing).length < this.#size) return

    this.#isComplete = true
    this.#complete.resolve()
  }

  #replace({ since, isServing, cannot }: Member, why: string): void {
    // What keeps the first from serving keeps all.
    if (!this.#isComplete && cannot !== undefined) {
      this.#dismiss(new CommandError(cannot))
      return
    }
    const livedMilliseconds = performance.now() - since
    const pause = this.#replacements.after({ hasServed: isServing, livedMilliseconds })
    if (pause === undefined) {
      this.#dismiss(new CommandError(`No worker gets as far as to serve. ${why}`))
      return
    }
    this.#log.warn(`${why} Another takes its place${pause > 0 ? ` in ${pause / 1000} s` : ''}.`)
    setTimeout(() => this.#hire(), pause)
  }

  #dismiss(why?: CommandError): void {
    this.#isEnding = true
    this.#whyEnding ??= why
    for (const member of this.#members) release(member)
    setTimeout(() => this.kill(), patienceMilliseconds).unref()
    this.#endWithTheLast()
  }

  #endWithTheLast(): void {
    if (this.#members.size > 0) return

    if (this.#whyEnding) this.#ended.reject(this.#whyEnding)
    else this.#ended.resolve()
  }
}

/** Has a worker end that gets no more connections: one on its way to it would be lost. */
function release(member: Member): void {
  // A signal to all is heard of by all, and then from each.
  if (member.isReleased || !member.worker.isConnected()) return

  member.isReleased = true
  tell(member.worker, 'stop')
  member.worker.disconnect()
}

function tell(worker: Worker, order: WorkerOrder): void {
  if (worker.isConnected()) worker.send(order)
}
