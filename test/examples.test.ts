import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtempDisposable } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { signInService } from '../examples/session-verification/service.ts'
import { run } from './command.ts'
import { admin, startOn } from './server-process.ts'

const readme = readFileSync(
  join(import.meta.dirname, '../examples/session-verification/README.md'),
  'utf8',
)
const serviceFile = join(import.meta.dirname, '../examples/session-verification/service.ts')
const noCurl = spawnSync('curl', ['--version']).status === 0 ? false : 'curl is not installed'

/** The example's service, on a port of its own. */
async function startService(apiUrl: string): Promise<{ url: string } & AsyncDisposable> {
  const server = signInService(apiUrl).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

describe('examples/session-verification', () => {
  it('does what its README shows', { skip: noCurl }, async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-example-'))
    const wiki = ['--set', 'Extensions=["ThirdPartySessionVerification"]'] as const
    await using server = await startOn(join(folder.path, 'data'), ...wiki)
    await using service = await startService(server.apiUrl)
    const [, code = ''] = /^```bash\n(.*?)^```$/ms.exec(readme) ?? []
    const [, shown] = /^```text\n(.*?)^```$/ms.exec(readme) ?? []
    const variables = `api=${server.apiUrl} service=${service.url} user=${admin.botName} password=${admin.botPassword}\n`
    const { stdout } = await run('bash', ['-eu'], variables + code, folder.path)
    assert.equal(stdout, shown)
  })

  it('lets nobody in with what is no token, and does not mind what else comes', async () => {
    await using service = await startService('http://127.0.0.1:9/api.php')
    const post = (body: string) => fetch(service.url, { method: 'POST', body })
    for (const body of ['', 'token=', 'token=0', `token=${'a'.repeat(5000)}`])
      assert.equal((await post(body)).status, 403, body.slice(0, 20))
    assert.equal((await post('token=ab-cd-1-1')).status, 502, 'there is no wiki')
    assert.equal((await fetch(service.url, { method: 'PUT' })).status, 405)
    const stranger = await fetch(service.url, { headers: { cookie: `visitor=${'0'.repeat(32)}` } })
    assert.equal(await stranger.text(), 'I do not know you.\n')
  })

  it('says in one sentence what is wrong with its arguments, or that its port is in use', async () => {
    await using other = await startService('http://127.0.0.1:9/api.php')
    const api = 'http://127.0.0.1:8080/api.php'
    const { port } = new URL(other.url)
    const refusals: readonly (readonly [args: readonly string[], says: RegExp])[] = [
      [[], /^"" is no address of a wiki such as .*; usage: /],
      [['localhost:8080', '0'], /^"localhost:8080" is no address of a wiki such as /],
      [[api], /^"" is no port from 0 to 65535; usage: /],
      [[api, '70000'], /^"70000" is no port from 0 to 65535; usage: /],
      [[api, '0', 'more'], /^"more" is too much; usage: /],
      [[api, port], /^Cannot listen on port \d+: .*EADDRINUSE/],
    ]
    for (const [args, says] of refusals) {
      const { code, stdout, stderr } = await run(process.execPath, [serviceFile, ...args])
      assert.deepEqual([code, stdout], [1, ''], args.join(' '))
      assert.match(stderr, says)
      assert.equal(stderr.trimEnd().includes('\n'), false, stderr)
    }
  })
})
