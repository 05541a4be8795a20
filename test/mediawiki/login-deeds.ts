import type { FormFields, PageVisitor, SeenPage } from '../page-visitor.ts'

/** Somebody who has no account yet, or has made one by the deeds before. */
export interface Person {
  readonly name: string
  readonly password: string
}

/** Something that somebody does with a wiki's pages; its end is looked at. */
type Deed = (pages: PageVisitor, person: Person) => Promise<SeenPage>

type Query = Readonly<Record<string, string>>

const login = 'Special:UserLogin'
const creation = 'Special:CreateAccount'
const change = 'Special:ChangeCredentials'
const ownPassword = `${change}/MediaWiki\\Auth\\PasswordAuthenticationRequest`
const mailed = 'Special:RemoveCredentials/MediaWiki\\Auth\\TemporaryPasswordAuthenticationRequest'

function open(title: string, query: Query = {}): Deed {
  return (pages) => pages.open(title, query)
}

/** Opens a page, and sends its form with what `fields` makes of the person. */
function send(title: string, fields: (person: Person) => FormFields, query: Query = {}): Deed {
  return async (pages, person) => pages.submit(await pages.open(title, query), fields(person))
}

const own = ({ name, password }: Person) => ({ wpName: name, wpPassword: password })
const wanted = (person: Person) => ({ ...own(person), retype: person.password })
const back = { returnto: 'Special:Version', returntoquery: 'a=b&c=d e' }

/** Everything about logging in and accounts that pages can be used for, in an order that makes sense. */
// biome-ignore format: a table
export const loginDeeds: Readonly<Record<string, Deed>> = {
  'looks at the form for an account':       open(creation, back),
  'sends it empty':                         send(creation, () => ({})),
  'sends it with two passwords':            send(creation, (person) => ({ ...wanted(person), retype: 'other' })),
  'sends it with no address':               send(creation, (person) => ({ ...wanted(person), email: 'nonsense' })),
  'wants an account that there is':         send(creation, (person) => ({ ...wanted(person), wpName: 'Admin' })),
  'wants one that nobody can have':         send(creation, (person) => ({ ...wanted(person), wpName: 'A#b' })),
  'wants one with a frequent password':  send(creation, (person) => ({ ...wanted(person), wpPassword: 'password', retype: 'password' })),
  'wants one without a token':              send(creation, (person) => ({ ...wanted(person), wpCreateaccountToken: '' })),
  'goes on with no account':                send(creation, (person) => ({ ...wanted(person), authAction: 'create-continue' })),
  'makes an account':                       send(creation, wanted, back),
  'looks at the form for another':          open(creation),
  'has somebody mailed without an address': send(creation, ({ name }) => ({ wpName: `${name} two`, wpCreateaccountMail: '1' })),
  'gives a mail address for a reason':      send(creation, (person) => ({ ...wanted(person), wpName: `${person.name} two`, reason: 'a@example.org' })),
  'makes an account for somebody else':     send(creation, (person) => ({ ...wanted(person), wpName: `${person.name} two`, reason: 'asked' })),
  'makes a mailed one':                     send(creation, ({ name }) => ({ wpName: `${name} three`, wpCreateaccountMail: '1', email: 'three@example.org' })),
  'looks at the login, logged in':          open(login),
  'is led to the login, logged in':         open(login, back),
  'is led there from the logout':           open(login, { returnto: 'Special:UserLogout' }),
  'is led there for what may be done':      open(login, { ...back, force: 'ChangeCredentials' }),
  'logs in as before':                      send(login, own),
  'looks at what can be changed':           open(change),
  'looks at what nobody can change':        open(`${change}/Foo`),
  'wants to change the password':           open('Special:ChangePassword', back),
  'looks at the password':                  open(ownPassword, { returnto: 'Special:Version' }),
  'changes it to nothing':                  send(ownPassword, () => ({})),
  'changes it to two':                      send(ownPassword, ({ password }) => ({ password, retype: 'other' })),
  'changes it to a frequent one':           send(ownPassword, () => ({ password: 'password', retype: 'password' })),
  'changes it without a token':             send(ownPassword, ({ password }) => ({ password, retype: password, wpAuthToken: '' })),
  'changes it':                             send(ownPassword, ({ password }) => ({ password, retype: password })),
  'changes it, and goes back':              send(ownPassword, ({ password }) => ({ password, retype: password }), back),
  'looks at what can be removed':           open('Special:RemoveCredentials'),
  'removes a mailed password':              send(mailed, () => ({})),
  'links an account':                       open('Special:LinkAccounts'),
  'looks at the address':                   open('Special:ChangeEmail', back),
  'changes it to no address':               send('Special:ChangeEmail', () => ({ wpNewEmail: 'nonsense' })),
  'changes it to what it is':               send('Special:ChangeEmail', () => ({ wpNewEmail: '' })),
  'confirms no address':                    open('Special:ConfirmEmail'),
  'confirms by a made-up link':             open(`Special:ConfirmEmail/${'0'.repeat(32)}`),
  'denies by a made-up link':               open(`Special:InvalidateEmail/${'0'.repeat(32)}`),
  'has forgotten the own password':         open('Special:PasswordReset', back),
  'logs out':                               send('Special:UserLogout', () => ({})),
  'looks at the login':                     open(login),
  'looks at it in French':                  open(login, { uselang: 'fr', ...back }),
  'looks at it from an odd place':          open(login, { returnto: 'Special:Ver sion<b>', returntoquery: 'x' }),
  'looks at it from the logout':            open(login, { returnto: 'Special:UserLogout', returntoquery: 'x' }),
  'looks at a part of it':                  open(`${login}/foo`),
  'looks at it with a name':                open(login, { wpName: 'Somebody' }),
  'is warned there':                        open(login, { warning: 'exception-nologin-text' }),
  'reads of an error there':                open(login, { error: 'confirmemail_needlogin' }),
  'reads of no such error':                 open(login, { error: 'mainpage' }),
  'wants an account by its old address':    open(login, { type: 'signup', ...back }),
  'wants one by another':                   open(`${login}/signup`, back),
  'logs in with nothing':                   send(login, () => ({})),
  'logs in with a wrong password':          send(login, ({ name }) => ({ wpName: name, wpPassword: 'wrong' })),
  'logs in as nobody':                      send(login, () => ({ wpName: 'Nobody here', wpPassword: 'wrong' })),
  'logs in as an address':                  send(login, () => ({ wpName: '127.0.0.1', wpPassword: 'wrong' })),
  'logs in without a token':                send(login, (person) => ({ ...own(person), wpLoginToken: '' })),
  'logs in with another token':             send(login, (person) => ({ ...own(person), wpLoginToken: `${'0'.repeat(40)}+\\` })),
  'logs in without saying so':              send(login, (person) => ({ ...own(person), authAction: '' })),
  'goes on with no login':                  send(login, (person) => ({ ...own(person), authAction: 'login-continue' })),
  'wants to change something, as nobody':   open(change, { a: 'b' }),
  'wants to remove something, as nobody':   open('Special:RemoveCredentials'),
  'wants to link something, as nobody':     open('Special:LinkAccounts'),
  'wants to change the address, as nobody': open('Special:ChangeEmail', back),
  'wants to confirm it, as nobody':         open('Special:ConfirmEmail'),
  'has forgotten the password':             open('Special:PasswordReset'),
  'has forgotten everything':               send('Special:PasswordReset', () => ({ wpUsername: '' })),
  'has forgotten what nobody has':          send('Special:PasswordReset', () => ({ wpUsername: 'Nobody here' })),
  'has forgotten that of an address':       send('Special:PasswordReset', () => ({ wpUsername: '127.0.0.1' })),
  'has forgotten that of a mail address':   send('Special:PasswordReset', () => ({ wpUsername: '', wpEmail: 'x@example.org' })),
  'logs in for another operation':          send(login, own, { ...back, force: 'BotPasswords' }),
  'logs in, to be remembered':              send(login, (person) => ({ ...own(person), wpRemember: '1' })),
}

/** A step of a login: what the form of the step before is sent with. */
interface Step {
  readonly what: string
  /** Begins anew, with a password that has expired so long ago. */
  readonly expiredDays?: number
  readonly sent: (person: Person) => FormFields
}

const next = ({ password }: Person) => ({ wpPassword: password, retype: password })

/** What comes of passwords that have expired: a little while ago, and long ago. */
// biome-ignore format: a table
export const passwordSteps: readonly Step[] = [
  { what: 'a password of yesterday',   sent: (person) => ({ ...own(person), wpRemember: '1' }), expiredDays: 1 },
  { what: 'one field of two',          sent: () => ({ wpPassword: 'velvet' }) },
  { what: 'nothing',                   sent: () => ({}) },
  { what: 'skipped',                   sent: () => ({ skipReset: 'x' }) },
  { what: 'a password of last month',  sent: own, expiredDays: 30 },
  { what: 'skipped, which cannot be',  sent: () => ({ skipReset: 'x' }) },
  { what: 'two passwords',             sent: () => ({ wpPassword: 'velvet', retype: 'anchor' }) },
  { what: 'a frequent password',       sent: () => ({ wpPassword: 'password', retype: 'password' }) },
  { what: 'a good one',                sent: next },
]
