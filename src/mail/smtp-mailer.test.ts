import assert from 'node:assert/strict'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { SMTPServer, type SMTPServerAuthentication } from 'smtp-server'
import { Visitor } from '../../test/visitor.ts'
import type { Mail } from '../auth/mail/mailer.ts'
import { createWiki } from '../index.ts'
import { readSettings } from '../settings/settings.ts'
import { smtpMailer } from './smtp-mailer.ts'

interface Received {
  readonly from: string
  readonly to: readonly string[]
  readonly user: string | undefined
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
}

const toBob: Mail = {
  to: { name: 'Bob', address: 'bob@inbox.example' },
  subject: 'Your account',
  text: 'Name: Bob\nTemporary password: 0123456789\n',
}

/** A mail server on the loopback, and a mailer that hands mails to it. */
async function open(
  auth: { login?: SMTPServerAuthentication; refuses?: string; settings?: object } = {},
) {
  const received: Received[] = []
  const server = new SMTPServer({
    disabledCommands: auth.login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _session, answer) {
      const { login } = auth
      const isRight = login?.username === username && login?.password === password
      answer(isRight ? null : new Error('bad login'), { user: username })
    },
    onRcptTo({ address }, _session, answer) {
      answer(address === auth.refuses ? new Error(`nobody called ${address} is here`) : null)
    },
    async onData(stream, { envelope, user }, done) {
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      const to = envelope.rcptTo.map(({ address }) => address)
      received.push({ from, to, user: user && String(user), ...(await readMail(stream)) })
      done()
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = Object(server.server.address())
  const { SMTP, ...settings } = readSettings({
    Sitename: 'Kräuterwiki',
    Server: 'https://wiki.example',
    SMTP: { host: '127.0.0.1', port, ...auth.settings },
  })
  assert.ok(SMTP)
  return {
    received,
    server: SMTP,
    mailer: smtpMailer(SMTP, { SMTP, ...settings }),
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

async function readMail(stream: AsyncIterable<Buffer>) {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  const [head = '', ...rest] = Buffer.concat(chunks).toString().split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  const body = rest.join('\n\n').replaceAll('\r\n', '\n')
  const isQuoted = headers.get('Content-Transfer-Encoding') === 'quoted-printable'
  return { headers, text: isQuoted ? unquote(body) : body }
}

function unquote(text: string): string {
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, byte) => String.fromCharCode(Number.parseInt(byte, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

describe('a mail by SMTP', () => {
  it('goes from the wiki to one person', async () => {
    await using opened = await open()
    await opened.mailer.send(toBob)
    const [mail] = opened.received
    assert.deepEqual(mail?.to, ['bob@inbox.example'])
    assert.equal(mail.from, 'apache@wiki.example')
    assert.equal(mail.headers.get('From'), '=?UTF-8?Q?Kr=C3=A4uterwiki?= <apache@wiki.example>')
    assert.equal(mail.headers.get('To'), 'Bob <bob@inbox.example>')
    assert.equal(mail.headers.get('Subject'), 'Your account')
    assert.equal(mail.text, toBob.text)
  })

  it('comes from the address of the settings, by a client that is called as they say', async () => {
    await using opened = await open({ settings: { IDHost: 'mail.wiki.example' } })
    await opened.mailer.send({ ...toBob, subject: 'Votre compte – déjà', text: 'à bientôt' })
    const [mail] = opened.received
    assert.match(mail?.headers.get('Subject') ?? '', /^=\?UTF-8\?/)
    assert.equal(mail?.text.trimEnd(), 'à bientôt')
  })

  it('logs in where the settings have a name and a password', async () => {
    const login = { method: 'PLAIN', username: 'wiki', password: 'opensesame' } as const
    const { username, password } = login
    await using right = await open({
      login: { ...login, validatePassword: () => true },
      settings: { auth: true, username, password },
    })
    await right.mailer.send(toBob)
    assert.equal(right.received[0]?.user, 'wiki')
    await using wrong = await open({
      login: { ...login, validatePassword: () => false },
      settings: { auth: true, username, password: 'guessed-wrong' },
    })
    await assert.rejects(wrong.mailer.send(toBob), {
      message: `Cannot send a mail through the SMTP server at 127.0.0.1, port ${wrong.server.port}: it refuses the login (535).`,
    })
  })

  it('has no more headers and receivers than it should, whatever a name or a subject holds', async () => {
    await using opened = await open()
    const odd = 'Bob\r\nBcc: eve@evil.example\r\n\r\n"<eve@evil.example>, Eve'
    await opened.mailer.send({
      ...toBob,
      to: { name: odd, address: toBob.to.address },
      subject: `Hello\r\nBcc: eve@evil.example\n\nHi`,
    })
    const [mail] = opened.received
    assert.deepEqual(mail?.to, ['bob@inbox.example'])
    assert.deepEqual([...mail.headers.keys()].sort(), [
      'Content-Transfer-Encoding',
      'Content-Type',
      'Date',
      'From',
      'MIME-Version',
      'Message-ID',
      'Subject',
      'To',
    ])
    assert.equal(mail.text, toBob.text)
  })

  it('that is not taken is told of without saying for whom it was', async () => {
    await using opened = await open({ refuses: toBob.to.address })
    await assert.rejects(opened.mailer.send(toBob), (error: Error) => {
      assert.doesNotMatch(JSON.stringify([error.message, error.stack, error.cause]), /bob|012345/)
      assert.match(error.message, /: it refuses the sender or the receiver \(550\)\.$/)
      assert.doesNotMatch(error.stack ?? '', /\n/)
      return true
    })
  })

  it('is not sent where there is no server', async () => {
    const settings = readSettings({ SMTP: { host: '127.0.0.1', port: 1 } })
    assert.ok(settings.SMTP)
    await assert.rejects(smtpMailer(settings.SMTP, settings).send(toBob), {
      name: 'MailNotSent',
      message:
        'Cannot send a mail through the SMTP server at 127.0.0.1, port 1: nobody listens there.',
    })
  })

  it('is how a wiki with such a server sends what it has to say', async () => {
    await using opened = await open()
    const settings = { SMTP: opened.server, PasswordSender: 'herbs@wiki.example' }
    await using wiki = createWiki({ settings })
    const email = toBob.to.address
    await wiki.createAccount({ name: 'Bob', password: 'velvet-harbour-compass', email })
    const form = { action: 'resetpassword', user: 'Bob', token: '+\\' }
    await new Visitor(wiki.fetch).ask(form)
    await wiki.settle()
    const [mail] = opened.received
    assert.deepEqual(mail?.to, [email])
    assert.equal(mail.headers.get('From'), 'Jeton <herbs@wiki.example>')
    assert.match(mail.text, /^Temporary password: [0-9a-v]{10}$/m)
    assert.deepEqual(wiki.mails, [])
  })
})
