import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { hashPassword, verifyPassword } from '../../src/auth/passwords/passwords.ts'
import { storeByPhp, verifyByPhp } from '../php-passwords.ts'

/*
 * Has PHP store random passwords in every way that MediaWiki may have, checks them here, and has PHP
 * check as many that were stored here.
 */

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    count: { type: 'string', default: '1000' },
  },
})
const seed = Number(values.seed)
const passwords = fc.sample(fc.string({ unit: 'binary', maxLength: 90 }), {
  ...{ seed, numRuns: Number(values.count) },
})

let checked = 0
const wrong: string[] = []
const expect = (is: boolean, should: boolean, password: string, stored: string): void => {
  checked++
  if (is !== should) wrong.push(`${JSON.stringify(password)} and ${stored}: ${is}`)
}

for (const { password, stored } of storeByPhp(passwords)) {
  for (const row of stored) {
    expect(await verifyPassword(password, row, 42), true, password, row)
    expect(await verifyPassword(`x${password}`, row, 42), false, `x${password}`, row)
  }
}
const ours: { password: string; stored: string }[] = []
for (const password of passwords) ours.push({ password, stored: await hashPassword(password) })
for (const [index, verdict] of verifyByPhp(ours).entries()) {
  const { password = '', stored = '' } = ours[index] ?? {}
  expect(verdict, true, password, stored)
}

console.log(wrong.join('\n'))
console.log(
  `${passwords.length} passwords with seed ${seed}, ${checked} checks, ${wrong.length} wrong`,
)
if (wrong.length > 0) process.exitCode = 1
