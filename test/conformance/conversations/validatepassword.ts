import type { AccountFixture, Conversation } from '../../../src/compare/conversation.ts'
import { get, post, type StepDetails } from '../steps.ts'

const vera: AccountFixture = { name: 'Mail Vera', password: 'velvet-harbour-kettle' }
const olga: AccountFixture = {
  name: 'Mail Olga',
  password: 'saffron-window-lantern',
  groups: ['sysop'],
}

const look = (rest: string, details: StepDetails & { readonly query?: string } = {}) =>
  post(`action=validatepassword&${rest}`, details)

/** Policies for one request, merged into those of the wiki. */
const withPolicies = (policies: Readonly<Record<string, unknown>>): StepDetails => ({
  config: { PasswordPolicy: { __merge: { policies } } },
})

const strict = withPolicies({
  default: { MinimalPasswordLength: 8, MinimumPasswordLengthToLogin: 5, MaximalPasswordLength: 12 },
})
const implicit = withPolicies({
  '*': { MinimalPasswordLength: 6 },
  user: { MinimalPasswordLength: 8 },
  autoconfirmed: { MinimalPasswordLength: 7 },
})

const formats = ['plaintext', 'wikitext', 'html', 'raw', 'none', 'bc']

/** What the wiki has against a password. */
export const validatePassword: readonly Conversation[] = [
  {
    name: 'tells what is wrong with a password of somebody who has not logged in',
    steps: [
      look('password=mellow-lantern-quarry'),
      look('password=password'),
      look('password=Password'),
      look('password=PassworD'),
      look('password=070162'),
      look('password=07012006'),
      look('password=ExamplePassword'),
      look('password=examplepassword'),
      look('password=127'),
      look('password=127.0.0.1'),
      look(`password=${'%C3%A9'.repeat(2048)}`),
      look(`password=${'%C3%A9'.repeat(2048)}x`),
      look('password=%00'),
      look('password=%0A'),
      look('password=123456%0Apassword'),
      look('password=+'),
    ],
  },
  {
    name: 'tells it in every format',
    steps: [
      ...formats.map((format) => look(`password=password&errorformat=${format}`)),
      ...formats.map((format) => look(`password=password&errorformat=${format}&format=json`)),
      look('password=password&format=xml', { compare: 'text' }),
      look('password=password&format=xml&errorformat=raw', { compare: 'text' }),
      look('password=mellow-lantern-quarry&format=xml', { compare: 'text' }),
      look('password=mellow-lantern-quarry&format=json'),
      look('password=password&format=php&formatversion=2'),
      look('password=x&format=json', strict),
      look('password=x&errorformat=raw', strict),
      look('password=x&format=xml', { ...strict, compare: 'text' }),
    ],
  },
  {
    name: 'looks at the policy, which is the strictest of those of the groups',
    fixture: { accounts: [vera, olga], visitors: { vera, olga } },
    steps: [
      look('password=xyz', strict),
      look('password=1-3-5', strict),
      look('password=1-3-5-78', strict),
      look('password=1-3-5-7-9-bcd', strict),
      look('password=xyz', implicit),
      look('password=xyz', { as: 'vera', ...implicit }),
      look('password=xyz&user=Mail Newcomer', { as: 'vera', ...implicit }),
      look('password=1-3-5-7', { as: 'vera', ...implicit }),
      look('password=1-3-5-7-9', { as: 'olga' }),
      look('password=1-3-5-7-9-', { as: 'olga' }),
      look('password=1-3-5-7-9', { as: 'vera' }),
      look('password=1-3-5-7-9&user=Mail Newcomer', { as: 'olga' }),
      look('password=olg', { as: 'olga' }),
      look('password=MAIL OLGA', { as: 'olga' }),
      look('password=olg', {
        as: 'olga',
        ...withPolicies({
          default: { PasswordCannotBeSubstringInUsername: false },
          sysop: { PasswordCannotBeSubstringInUsername: { value: true, forceChange: true } },
        }),
      }),
      look('password=password', withPolicies({ default: { PasswordNotInCommonList: false } })),
      look(
        'password=password',
        withPolicies({ default: { PasswordNotInCommonList: { value: false } } }),
      ),
      look(
        'password=ExamplePassword',
        withPolicies({ default: { PasswordCannotMatchDefaults: false } }),
      ),
    ],
  },
  {
    name: 'looks at the name that a new account is to have',
    fixture: { accounts: [vera] },
    steps: [
      look('password=newcom&user=Mail Newcomer'),
      look('password=NEWCOM&user=mail newcomer'),
      look('password=M&user=mail newcomer'),
      look('password=%C3%A4rger&user=%C3%84rger'),
      look('password=%C3%84RGER&user=%C3%84rger'),
      look('password=Passpass&user=Useruser'),
      look('password=Passpass1&user=useruser1'),
      look('password=Passpass1&user=Useruser2'),
      look('password=testpass&user=Apitestsysop'),
      look('password=testpass&user=Apitestuser&errorformat=raw'),
      look('password=mellow-lantern-quarry&user=Mail Newcomer&email=no address&realname=mellow'),
      look('password=mellow-lantern-quarry&email=&realname='),
      look('password=x&user=Mail Vera'),
      look('password=x&user=mail_Vera&errorformat=raw'),
      look('password=x&user=User:Mail Vera&errorformat=html'),
      look('password=x&user=%231'),
      look('password=x&user=%23999999999'),
      look('password=x&user=%23999999999&errorformat=raw'),
    ],
  },
  {
    name: 'refuses a name that no account can have',
    steps: [
      look('password=x&user='),
      look('password=x&user=127.0.0.1'),
      look('password=x&user=127.0.0.0/8'),
      look('password=x&user=meta>Somebody'),
      look('password=x&user=Mail/x&errorformat=raw'),
      look('password=x&user=Talk:Mail'),
      look("password=x&user=Mail@'x'"),
      look("password=x&user=Mail@'x'&errorformat=raw"),
      look("password=x&user=Mail@'x'&errorformat=html"),
      look("password=x&user=Mail@'x'&errorformat=wikitext"),
      look("password=x&user=Mail@'x'&errorformat=plaintext"),
      look('password=x&user=Unknown user'),
      look('password=x&user=MediaWiki default&errorformat=raw'),
      look(`password=x&user=${'M'.repeat(235)}`),
      look(`password=x&user=${'M'.repeat(236)}`),
    ],
  },
  {
    name: 'wants a password, in the body of a POST',
    fixture: { accounts: [vera] },
    steps: [
      get('action=validatepassword'),
      get('action=validatepassword&password=x'),
      get('action=validatepassword&password=x&user=Mail Vera'),
      look(''),
      look('password='),
      look('password=&errorformat=raw'),
      look('user=Mail Vera'),
      look('user=127.0.0.1'),
      look('', { query: 'password=x' }),
      look('user=Mail Vera', { query: 'password=x' }),
      look('password=y', { query: 'password=x&user=Mail Vera' }),
      look('password=mellow-lantern-quarry', { query: 'user=Mail Newcomer' }),
      look('password=x&token=y'),
      look('password=x', { config: { ReadOnly: 'moving' } }),
      look('password=x', { config: { GroupPermissions: { '*': { read: false } } } }),
      look('password=x&assert=user'),
      look('password=x|y'),
      get('action=paraminfo&modules=validatepassword'),
    ],
  },
]
