import { type Accounts, SharedVisitor } from './shared-visitor.ts'

/** Who is made by the deeds, and what they can log in with at the end. */
export const nina = { name: 'Nina Newcomer', password: 'granite-whisper-lamp' } as const
export const otto = { name: 'Otto Öther', password: 'tiny-hovering-teapot' } as const
/** What Nina changes her password to. */
export const changed = 'velvet-cactus-harbour'

/** Does to a wiki, through its API, everything about accounts that leaves rows in its tables. */
export async function doEverything(apiUrl: string, { user, password }: Accounts): Promise<void> {
  const admin = new SharedVisitor()
  await admin.logIn(apiUrl, user, password)
  const token = await admin.token(apiUrl, 'csrf')
  const act = (form: Readonly<Record<string, string>>) => admin.ask(apiUrl, { token, ...form })

  await createAccount(new SharedVisitor(), apiUrl, {
    ...nina,
    email: 'nina@example.org',
    realname: 'N. N.',
  })
  await createAccount(admin, apiUrl, { ...otto, reason: 'Asked for by mail' })

  const rights = {
    action: 'userrights',
    user: otto.name,
    token: await admin.token(apiUrl, 'userrights'),
  }
  const never = '2099-01-01T00:00:00Z'
  await act({ ...rights, add: 'bot|sysop', expiry: `${never}|infinite`, reason: 'Runs a bot' })
  await act({ ...rights, remove: 'bot' })
  await act({ ...rights, add: 'sysop', expiry: never })

  const block = { action: 'block', user: nina.name, reason: 'Vandalism' }
  await act({ ...block, expiry: 'infinite', nocreate: '1', autoblock: '1', noemail: '1' })
  await act({ ...block, expiry: never, reblock: '1', allowusertalk: '1' })
  await act({ action: 'unblock', user: nina.name, reason: 'Promised to be good' })
  await act({
    ...block,
    expiry: never,
    partial: '1',
    allowusertalk: '1',
    namespacerestrictions: '0|4',
  })
  await act({
    action: 'block',
    user: '192.0.2.7/24',
    anononly: '1',
    nocreate: '1',
    reason: 'Vandalism',
  })
  await act({ action: 'block', user: '2001:db8::1', expiry: never })
  await act({ action: 'unblock', user: '2001:db8::1' })

  const herself = new SharedVisitor()
  await herself.logIn(apiUrl, nina.name, nina.password)
  const hers = await herself.token(apiUrl, 'csrf')
  const change = 'language=fr|gender=female|userjs-note=1|rows=80'
  await herself.ask(apiUrl, { action: 'options', change, token: hers })
  await herself.ask(apiUrl, {
    action: 'changeauthenticationdata',
    changeauthrequest: 'MediaWiki\\Auth\\PasswordAuthenticationRequest',
    ...{ password: changed, retype: changed, changeauthtoken: hers },
  })
}

/** Makes an account, as whoever the visitor is. */
export async function createAccount(
  visitor: SharedVisitor,
  apiUrl: string,
  {
    name,
    password,
    ...more
  }: { name: string; password: string } & Readonly<Record<string, string>>,
): Promise<void> {
  const createtoken = await visitor.token(apiUrl, 'createaccount')
  await visitor.ask(apiUrl, {
    action: 'createaccount',
    ...{ username: name, password, retype: password, createtoken },
    ...{ createreturnurl: 'http://wiki.example/', ...more },
  })
}
