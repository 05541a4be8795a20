import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { admin, startOn } from '../test/server-process.ts'
import { Visitor } from '../test/visitor.ts'
import { answersPerSecond } from './parts/load.ts'
import { median } from './parts/median.ts'

/*
 * Promise: `action=checktoken` of somebody logged in (a session and an account are looked up, a
 * token is checked) costs little beside HTTP itself. Measured against a bare node:http server in
 * another process that sends the same bytes, turn by turn in one run: only the ratio counts, for
 * answers per second depend on the machine, and the load comes from the same one.
 */

const [connections, seconds, rounds] = [32, 2, 5]

await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-bench-'))
await using server = await startOn(folder.path)
const visitor = new Visitor(fetch, server.apiUrl)
await visitor.logIn(admin.name, admin.password)
const token = await visitor.token('csrf')
const query = new URLSearchParams({ action: 'checktoken', type: 'csrf', token, format: 'json' })
const { host, port } = new URL(server.apiUrl)
const cookie = visitor.jar.header() ?? ''
const request = `GET /api.php?${query} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`

const sample = await fetch(`${server.apiUrl}?${query}`, { headers: { cookie } })
const body = await sample.text()
if (!body.includes('"valid"')) throw new Error(`Cannot measure: ${body}`)
// Node adds these by itself.
const own = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding'])
const headers = [...sample.headers].filter(([name]) => !own.has(name))

const bare = spawn(
  process.execPath,
  [join(import.meta.dirname, 'parts/bare-server.ts'), JSON.stringify({ headers, body })],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
const [barePort] = await once(bare.stdout, 'data')

const results: Record<'Jeton' | 'bare node:http', number[]> = { Jeton: [], 'bare node:http': [] }
const ports = { Jeton: Number(port), 'bare node:http': Number(barePort) } as const
for (let round = 0; round <= rounds; round++) {
  for (const who of ['Jeton', 'bare node:http'] as const) {
    const load = { port: ports[who], request, connections, seconds }
    const answers = await answersPerSecond(load)
    // The first round only warms up.
    if (round > 0) results[who].push(answers)
  }
}
bare.kill()

for (const [who, rates] of Object.entries(results))
  console.log(`  ${who.padEnd(16)}${Math.round(median(rates)).toString().padStart(7)} answers/s`)
const ratio = median(results.Jeton) / median(results['bare node:http'])
console.log(
  `  ratio ${ratio.toFixed(2)} (medians of ${rounds} turns of ${seconds} s, ${connections} connections)`,
)
