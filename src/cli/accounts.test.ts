import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { run, runJeton } from '../../test/command.ts'
import { admin, jeton, type ServerProcess, startOn } from '../../test/server-process.ts'
import { Visitor } from '../../test/visitor.ts'

const hasTerminals = spawnSync('python3', ['-c', 'import pty']).status === 0
const password = 'granite-whisper-lamp'
const secret = '0123456789abcdefghijklmnopqrstuw'

describe('while the server runs,', () => {
  const resources = new AsyncDisposableStack()
  let data: string
  let server: ServerProcess
  before(async () => {
    data = resources.use(await mkdtempDisposable(join(tmpdir(), 'jeton-accounts-'))).path
    server = resources.use(await startOn(data))
  })
  after(() => resources.disposeAsync())

  const ask = (command: string, args: readonly string[], input = '') =>
    runJeton([...command.split(' '), '--data', data, ...args], input)

  async function succeed(command: string, args: readonly string[], input = ''): Promise<string> {
    const { code, stdout, stderr } = await ask(command, args, input)
    assert.deepEqual([code, stderr], [0, ''])
    return stdout
  }

  async function fail(command: string, args: readonly string[], input = ''): Promise<string> {
    const { code, stdout, stderr } = await ask(command, args, input)
    assert.deepEqual([code, stdout], [1, ''])
    assert.doesNotMatch(stderr, /\n.|^ +at /m)
    return stderr.trimEnd()
  }

  const visitor = () => new Visitor(fetch, server.apiUrl)

  it('an account is made with a password from standard input, and can log in', async () => {
    const made = await succeed(
      'user create',
      ['bob smith', '--groups', 'bot,sysop'],
      `${password}\n`,
    )
    assert.equal(made, 'Made the account Bob smith.\n')
    const bob = visitor()
    await bob.logIn('Bob smith', password)
    assert.equal(await bob.whoAmI(), 'Bob smith')
  })

  it('an account is made for programs to read of', async () => {
    const made = await succeed('user create', ['Carol', '--json'], password)
    const { id, ...rest } = JSON.parse(made)
    assert.equal(typeof id, 'number')
    assert.deepEqual(rest, { name: 'Carol', groups: [] })
  })

  it('accounts are listed, for people and for programs', async () => {
    const rows: unknown = JSON.parse(await succeed('user list', ['--json']))
    assert(Array.isArray(rows))
    const groups = Object.fromEntries(rows.map(({ name, groups }) => [name, groups]))
    assert.deepEqual(groups['Bob smith'], ['bot', 'sysop'])
    assert.deepEqual(groups[admin.name], ['bureaucrat', 'interface-admin', 'sysop'])
    const table = (await succeed('user list', [])).split('\n')
    assert.match(table[0] ?? '', /^id +name +groups +registration$/)
    assert.ok(table.some((line) => /^\d+ +Bob smith +bot, sysop +\d{4}-/.test(line)))
  })

  const skip = hasTerminals ? false : 'python3, which makes a terminal here, is not installed'
  it('an account is made with a password that is typed and not shown', { skip }, async () => {
    const { stdout } = await run(
      'python3',
      ['-c', typing],
      JSON.stringify({
        command: [process.execPath, jeton, 'user', 'create', 'Dora', '--data', data],
        prompt: 'Password of Dora: ',
        typed: password,
      }),
    )
    const { code, output } = JSON.parse(stdout)
    assert.deepEqual([code, output], [0, 'Password of Dora: \r\nMade the account Dora.\r\n'])
    await visitor().logIn('Dora', password)
  })

  // biome-ignore format: a table
  const refusals: readonly (readonly [command: string, args: readonly string[], input: string, says: RegExp])[] = [
    ['user create',         ['Admin'],                               password, /^The name Admin is taken\.$/],
    ['user create',         ['Eve'],                                 '',       /^Password of Eve: nothing was given\.$/],
    ['bot-password create', ['Admin', 'app', '--ips', '192.0.2.0/24,010.0.0.1'], '', /^"010\.0\.0\.1" is no address or range: /],
    ['bot-password create', ['Admin', 'app', '--ips', ''],           '',       /^error: option '--ips <list>' .*It must not be empty\.$/],
    ['bot-password create', ['Admin', 'app', '--grants', ' ,'],      '',       /^error: option '--grants <list>' .*It must not be empty\.$/],
    ['user groups',         ['Nobody'],                              '',       /^There is no account "Nobody"\.$/],
    ['user groups',         ['Admin', '--add', 'bot,nonsense'],      '',       /^There is no group "nonsense" to put anybody into, only: bot, sysop, /],
    ['user groups',         ['Admin', '--add', 'bot', '--until', 'nonsense'],  '', /^"nonsense" is no time to come\.$/],
    ['user groups',         ['Admin', '--add', 'bot', '--until', 'yesterday'], '', /^"yesterday" is no time to come\.$/],
    ['user password',       ['Nobody'],                              password, /^There is no account "Nobody"\.$/],
    ['user password',       ['Admin'],                               'short',  /^The password of Admin cannot be used: /],
    ['user password',       ['Admin'],                               '',       /^New password of Admin: nothing was given\.$/],
    ['bot-password delete', ['Admin', 'nothing'],                    '',       /^Admin has no bot password "nothing"\.$/],
  ]
  describe('a sentence says why it cannot be:', { concurrency: 4 }, () => {
    for (const [command, args, input, says] of refusals) {
      it(`${command} ${args.join(' ')} < ${JSON.stringify(input)}`, async () => {
        assert.match(await fail(command, args, input), says)
      })
    }
  })

  it('an account is put into groups and taken out of them, for as long as is said', async () => {
    await succeed('user create', ['Fay'], password)
    const fay = visitor()
    await fay.logIn('Fay', password)
    const may = async (right: string) => {
      const { body } = await fay.ask({ action: 'query', meta: 'userinfo', uiprop: 'rights' })
      return body.query?.userinfo?.rights?.includes(right)
    }
    assert.equal(await succeed('user groups', ['fay']), 'Fay is in no group.\n')
    const until = ['--until', '2099-01-02T03:04:05Z']
    const changed = await succeed('user groups', ['Fay', '--add', 'bot,sysop', ...until])
    const end = '(until 2099-01-02T03:04:05Z)'
    assert.equal(changed, `Fay is in bot ${end}, sysop ${end}.\n`)
    assert.equal(await may('delete'), true)
    const rest = await succeed('user groups', ['Fay', '--add', 'bot', '--remove', 'sysop,suppress'])
    assert.equal(rest, 'Fay is in bot.\n')
    assert.equal(await may('delete'), false)
    const { name, groups } = JSON.parse(await succeed('user groups', ['Fay', '--json']))
    assert.deepEqual([name, groups], ['Fay', [{ group: 'bot', expires: null }]])
  })

  it('an account gets another password, which ends its sessions and its bot passwords', async () => {
    await succeed('user create', ['Gus'], password)
    const made = await succeed('bot-password create', ['Gus', 'one', '--json'])
    const { user, password: random } = JSON.parse(made)
    const [browser, program] = [visitor(), visitor()]
    await browser.logIn('Gus', password)
    await program.logIn(user, random)
    const changed = await succeed('user password', ['gus'], 'another-granite-lamp\n')
    assert.equal(changed, 'Changed the password of Gus.\n')
    for (const each of [browser, program]) assert.equal(await each.whoAmI(), undefined)
    assert.equal((await visitor().tryLogIn('Gus', password))?.reason?.code, 'wrongpassword')
    const again = await visitor().tryLogIn(user, random)
    assert.equal(again?.reason?.code, 'botpasswords-needs-reset')
    await visitor().logIn('Gus', 'another-granite-lamp')
  })

  it('a bot password works as soon as it is made, and its session ends with it', async () => {
    const made = await succeed('bot-password create', ['Admin', 'one', '--json'])
    const { user, password: random } = JSON.parse(made)
    assert.equal(user, 'Admin@one')
    assert.match(random, /^[0-9a-v]{32}$/)
    const program = visitor()
    await program.logIn(user, random)
    assert.equal(await program.whoAmI(), 'Admin')
    const { body } = await program.ask({ action: 'query', meta: 'userinfo', uiprop: 'rights' })
    assert.equal(body.query?.userinfo?.rights?.includes('edit'), false)

    assert.equal(await succeed('bot-password delete', ['Admin', 'one']), 'Deleted Admin@one.\n')
    assert.equal(await program.whoAmI(), undefined)
    assert.equal((await visitor().tryLogIn(user, random))?.reason?.code, 'wrongpassword')
  })

  it('a bot password is made with grants, addresses and a secret that are given', async () => {
    const grants = ['--grants', 'basic, editpage', '--ips', '192.0.2.0/24,::1']
    const args = ['Admin', 'two', ...grants, '--password-stdin']
    const made = await succeed('bot-password create', args, `${secret}\n`)
    assert.match(made, /^User name +Admin@two\nPassword +0123456789abcdefghijklmnopqrstuw\b/)
    const rows: unknown = JSON.parse(await succeed('bot-password list', ['Admin', '--json']))
    assert(Array.isArray(rows))
    assert.deepEqual(
      rows.find(({ app }) => app === 'two'),
      { app: 'two', grants: ['basic', 'editpage'], ips: ['192.0.2.0/24', '::1'], usable: true },
    )
    assert.match(await succeed('bot-password list', ['Admin']), /^two +basic, editpage +192/m)
    // It is a good one, but not for this address.
    assert.equal((await visitor().tryLogIn('Admin@two', secret))?.reason?.code, 'wrongpassword')
    const deleted = await succeed('bot-password delete', ['Admin', 'two', '--json'])
    assert.deepEqual(JSON.parse(deleted), { user: 'Admin', app: 'two' })
  })

  it('an account without bot passwords has none to list', async () => {
    assert.equal(await succeed('bot-password list', ['Carol']), 'None.\n')
  })
})

describe('where there is no wiki', () => {
  it('none is made, and a sentence says how to make one', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-accounts-'))
    for (const args of [
      ['user', 'list'],
      ['bot-password', 'list', 'Admin'],
    ]) {
      const { code, stdout, stderr } = await runJeton([...args, '--data', folder.path])
      assert.deepEqual([code, stdout], [1, ''])
      assert.match(stderr, /^There is no wiki at .*wiki\.sqlite: "jeton serve" makes one\.\n$/)
    }
  })
})

/** Types an answer to a prompt on a terminal; prints how the program ended, and what the terminal showed. */
const typing = `
import json, os, pty, sys
asked = json.load(sys.stdin)
child, terminal = pty.fork()
if child == 0:
    os.execv(asked['command'][0], asked['command'])
output = b''
typed = False
while True:
    try:
        chunk = os.read(terminal, 1024)
    except OSError:
        break
    if not chunk:
        break
    output += chunk
    if not typed and asked['prompt'].encode() in output:
        os.write(terminal, (asked['typed'] + '\\r').encode())
        typed = True
status = os.waitpid(child, 0)[1]
print(json.dumps({'code': os.waitstatus_to_exitcode(status), 'output': output.decode()}))
`
