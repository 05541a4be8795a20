import assert from 'node:assert/strict'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { runJeton } from '../../test/command.ts'
import { createWiki } from '../index.ts'

const on = ['--set', 'Extensions=["OATHAuth"]']

describe('jeton two-factor', () => {
  const resources = new AsyncDisposableStack()
  let data: string
  before(async () => {
    data = resources.use(await mkdtempDisposable(join(tmpdir(), 'jeton-two-factor-'))).path
    await using wiki = createWiki({ file: join(data, 'wiki.sqlite') })
    await wiki.createAccount({ name: "O'Brien & Söns", password: 'granite-whisper-lamp' })
  })
  after(() => resources.disposeAsync())

  const ask = (args: readonly string[]) => runJeton(['two-factor', ...args, '--data', data])
  const user = "o'Brien_& Söns"

  it('gives an account a second factor, tells of it, and takes it away', async () => {
    const enabled = await ask(['enable', user, '--json', ...on])
    assert.equal(enabled.stderr, '')
    const made = JSON.parse(enabled.stdout)
    assert.equal(made.user, "O'Brien & Söns")
    assert.match(made.secret, /^[A-Z2-7]{16}$/)
    assert.equal(new Set(made.recoveryCodes).size, 10)
    for (const code of made.recoveryCodes) assert.match(code, /^[A-Z2-7]{16}$/)
    const address = new URL(made.address)
    assert.equal(address.protocol, 'otpauth:')
    assert.equal(decodeURIComponent(address.pathname), "/Jeton:O'Brien & Söns")
    assert.equal(address.searchParams.get('secret'), made.secret)

    const told = await ask(['status', user, ...on])
    assert.equal(told.stdout, "O'Brien & Söns has a second factor, and 10 recovery codes left.\n")
    const disabled = await ask(['disable', user, ...on])
    assert.equal(disabled.stdout, "O'Brien & Söns needs no code any more.\n")
    const again = await ask(['disable', user, ...on])
    assert.deepEqual([again.code, again.stderr], [1, "O'Brien & Söns has no second factor.\n"])
  })

  it('replaces no second factor unasked', async () => {
    await ask(['enable', user, ...on])
    const { code, stderr } = await ask(['enable', user, ...on])
    assert.equal(code, 1)
    assert.match(stderr, /has a second factor already: "jeton two-factor disable"/)
    await ask(['disable', user, ...on])
  })

  it('prints for a person what an authenticator app needs', async () => {
    const { stdout } = await ask(['enable', user, ...on])
    assert.match(stdout, /^Secret +[A-Z2-7]{16}$/m)
    assert.match(stdout, /^For the app +otpauth:\/\/totp\/\S+$/m)
    assert.equal(stdout.match(/^(?:Recovery codes)? +[A-Z2-7]{16}$/gm)?.length, 10)
  })

  it('says how second factors are switched on where they are not', async () => {
    const { code, stderr } = await ask(['enable', user])
    assert.equal(code, 1)
    assert.match(stderr, /--set Extensions='\["OATHAuth"\]'/)
  })

  it('says who is not there', async () => {
    const { code, stderr } = await ask(['enable', 'Nobody', ...on])
    assert.deepEqual([code, stderr], [1, 'There is no account "Nobody".\n'])
  })
})
