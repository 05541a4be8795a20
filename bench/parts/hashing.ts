import { pbkdf2, randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'

/*
 * Hashes passwords as MediaWiki does by default, on all cores, for as many seconds as its argument
 * says, and does nothing else. Prints how many a second.
 */

const hash = promisify(pbkdf2)
const started = performance.now()
const until = started + Number(process.argv[2]) * 1000
const counts = await Promise.all(Array.from({ length: availableParallelism() }, hashOn))
const sum = counts.reduce((all, count) => all + count, 0)
console.log(sum / ((performance.now() - started) / 1000))

async function hashOn(): Promise<number> {
  let count = 0
  for (; performance.now() < until; count++)
    await hash('mellow-lantern-quarry', randomBytes(16), 30_000, 64, 'sha512')
  return count
}
