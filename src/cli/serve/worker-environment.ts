import { availableParallelism } from 'node:os'

/** What a worker finds in its environment, one of so many, beside what this process does. */
export function workerEnvironment(workers: number): NodeJS.ProcessEnv {
  const cores = Math.max(1, Math.floor(availableParallelism() / workers))
  return {
    // All hash passwords on the same cores; a thread more is left for the rest, see `HashQueue`.
    UV_THREADPOOL_SIZE: process.env['UV_THREADPOOL_SIZE'] ?? String(cores + 1),
    // Those of the first account are no business of theirs; that of SMTP they are told.
    MEDIAWIKI_PASSWORD: undefined,
    JETON_BOT_PASSWORD: undefined,
    JETON_SMTP_PASSWORD: undefined,
  }
}
