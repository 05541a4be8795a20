import { readdirSync, readFileSync } from 'node:fs'
import { setPriority } from 'node:os'

/** After all that has the usual priority, which is 0, and before what nobody waits for, which has 19. */
const priority = 10

const tasks = '/proc/self/task'
let isDone = false

/**
 * Has the threads of Node's pool, once there are any, give way to the one that answers: else a hash keeps
 * a request waiting for as long as the system lets it go on. Only on Linux threads have priorities of their own.
 */
export function letPoolGiveWay(): void {
  if (isDone || process.platform !== 'linux') return

  isDone = true
  try {
    for (const id of readdirSync(tasks)) {
      const name = readFileSync(`${tasks}/${id}/comm`, 'utf8').trim()
      if (name === 'libuv-worker') setPriority(Number(id), priority)
    }
  } catch {
    // Where /proc is hidden, say, hashes take their turns like everything else.
  }
}

/** The same for the thread that calls it, which must not be the one that answers. */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(priority)
}
