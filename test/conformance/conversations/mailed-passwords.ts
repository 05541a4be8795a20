import type {
  AccountFixture,
  BlockFixture,
  BotPasswordFixture,
  Conversation,
} from '../../../src/compare/conversation.ts'
import { get, post, type StepDetails } from '../steps.ts'

const nora: AccountFixture = { name: 'Mail Nora', password: 'ginger-harbour-kettle' }
const otto: AccountFixture = {
  ...{ name: 'Mail Otto', password: 'tinsel-window-lantern' },
  ...{ email: 'otto@inbox.example', realName: 'Otto' },
}
const oona: AccountFixture = {
  ...{ name: 'Mail Oona', password: 'tinsel-garden-lantern' },
  ...{ email: 'otto@inbox.example', realName: 'Oona' },
}
const ruth: AccountFixture = { name: 'Mail Ruth', password: 'granite-velvet-lamp' }
const ruthsBlock: BlockFixture = { user: ruth.name, reason: 'Vandalism' }
const rolf: AccountFixture = { name: 'Mail Rolf', password: 'granite-amber-lamp' }
const rolfsBlock: BlockFixture = { user: rolf.name, reason: 'Vandalism', mayCreateAccounts: true }
const norasBot: BotPasswordFixture = {
  ...{ user: nora.name, appId: 'sweeper', grants: ['basic'], secret: 'secret' },
}

// Nothing else asked from this address is to be counted.
const free = { RateLimits: {} }
const reset = (rest: string, details: StepDetails & { readonly query?: string } = {}) =>
  post(`action=resetpassword&token=%2B%5C&${rest}`, {
    ...details,
    config: { ...free, ...details.config },
  })

const routes = (username: boolean, email: boolean, more: object = {}): StepDetails => ({
  config: { PasswordResetRoutes: { username, email }, ...more },
})
const about = (details: StepDetails = {}) => get('action=paraminfo&modules=resetpassword', details)

const emailable = 'action=query&list=users&usprop=emailable&ususers=Mail Nora|Mail Otto'

/** How passwords are mailed to who has forgotten theirs. */
export const mailedPasswords: readonly Conversation[] = [
  {
    name: 'never tells who has an account or an address',
    fixture: { accounts: [nora, otto, oona] },
    steps: [
      reset('user=Mail Nobody'),
      reset('user=Mail Nora'),
      reset('user=Mail Otto'),
      reset('user=Mail Otto'),
      reset('user=mail_Otto'),
      reset('user=Mail Otto&email=otto@inbox.example'),
      reset('user=Mail Otto&email=other@inbox.example'),
      reset('user=Mail Otto&email=nonsense'),
      reset('email=otto@inbox.example'),
      reset('email=nobody@inbox.example'),
      reset('email=nonsense'),
      reset('email=%0D%0ABcc: eve@evil.example'),
      reset('user=Mail Otto', { config: { AllowRequiringEmailForResets: true } }),
      reset('email=otto@inbox.example', { config: { AllowRequiringEmailForResets: true } }),
      reset('user=Mail Otto&format=json'),
      reset('user=Mail Otto&format=xml', { compare: 'text' }),
      reset('user=Mail Otto&format=php&formatversion=2'),
      reset('user=Mail Otto&errorformat=raw'),
    ],
  },
  {
    name: 'wants to know which account',
    steps: [
      reset(''),
      reset('email='),
      reset('user='),
      reset('user=&email='),
      reset('user=0'),
      reset('email=0'),
      reset('user=0&email=0'),
      reset('user=0&email=x'),
      reset('user=127.0.0.1'),
      reset('user=127.0.0.0/8'),
      reset('user=%231'),
      reset('user=Talk:Mail&errorformat=raw'),
      reset('user=Mail/x&errorformat=html'),
      reset('user=meta>Somebody'),
      reset('user=MediaWiki default'),
      ...['plaintext', 'wikitext', 'html', 'raw', 'none', 'bc'].map((format) =>
        reset(`errorformat=${format}`),
      ),
      reset('format=json'),
      reset('format=xml', { compare: 'shape' }),
    ],
  },
  {
    name: 'takes what the wiki lets one name an account by',
    fixture: { accounts: [otto] },
    steps: [
      reset('user=Mail Otto', routes(true, false)),
      reset('email=otto@inbox.example', routes(true, false)),
      reset('user=Mail Otto&email=otto@inbox.example', routes(true, false)),
      reset('email=otto@inbox.example', routes(false, true)),
      reset('user=Mail Otto', routes(false, true)),
      reset('user=127.0.0.1&email=x', routes(false, true)),
      about(),
      about(routes(true, false)),
      about(routes(false, true)),
      about(routes(false, false)),
    ],
  },
  {
    name: 'says that it is switched off',
    steps: [
      reset('user=Mail Otto', routes(false, false)),
      reset('user=Mail Otto&errorformat=raw', routes(false, false)),
      post('action=resetpassword', routes(false, false)),
      post('action=resetpassword&user=127.0.0.1&errorformat=html', routes(false, false)),
      get('action=resetpassword', routes(false, false)),
      get('action=resetpassword', routes(false, false, { ReadOnly: 'moving' })),
      get(
        'action=resetpassword',
        routes(false, false, { GroupPermissions: { __merge: { '*': { read: false } } } }),
      ),
      post('action=resetpassword', routes(false, false, { EnableEmail: false })),
      reset('user=Mail Otto', { config: { EnableEmail: false } }),
      reset('errorformat=raw', { config: { EnableEmail: false } }),
      reset('user=127.0.0.1', { config: { EnableEmail: false } }),
    ],
  },
  {
    name: 'is for who may, and is not blocked',
    fixture: {
      accounts: [nora, ruth, rolf],
      blocks: [ruthsBlock, rolfsBlock],
      botPasswords: [norasBot],
      visitors: { nora, ruth, rolf, bot: { name: 'Mail Nora@sweeper', password: '{secret}' } },
    },
    steps: [
      reset('user=Mail Nora', { as: 'nora' }),
      post('action=resetpassword&user=Mail Nora&token={nora.csrf}', { as: 'nora', config: free }),
      post('action=resetpassword&token={nora.csrf}', { as: 'nora', config: free }),
      post('action=resetpassword&user=Mail Ruth&token={ruth.csrf}', { as: 'ruth', config: free }),
      post('action=resetpassword&token={ruth.csrf}&errorformat=raw', { as: 'ruth', config: free }),
      post('action=resetpassword&user=Mail Rolf&token={rolf.csrf}', { as: 'rolf', config: free }),
      post('action=resetpassword&user=Mail Nora&token={bot.csrf}', { as: 'bot', config: free }),
      post('action=resetpassword&token={bot.csrf}&errorformat=raw', { as: 'bot', config: free }),
      reset('user=Mail Ruth'),
      reset('user=Mail Nora', {
        config: { GroupPermissions: { __merge: { '*': { editmyprivateinfo: false } } } },
      }),
      reset('errorformat=raw', {
        config: { GroupPermissions: { __merge: { '*': { editmyprivateinfo: false } } } },
      }),
    ],
  },
  {
    name: 'is a change, from the body of a POST, with a token',
    steps: [
      get('action=resetpassword'),
      get('action=resetpassword&user=Mail Nora&token=%2B%5C'),
      post('action=resetpassword&user=Mail Nora'),
      post('action=resetpassword&user=Mail Nora&token='),
      post('action=resetpassword&user=Mail Nora&token=bad'),
      post('action=resetpassword&user=127.0.0.1&token=bad'),
      post('action=resetpassword&user=Mail Nora', { query: 'token=%2B%5C' }),
      reset('', { query: 'user=Mail Nora' }),
      reset('user=Mail Nora', { config: { ReadOnly: 'moving' } }),
      reset('', { config: { ReadOnly: 'moving' } }),
      reset('user=Mail Nora', {
        config: { GroupPermissions: { __merge: { '*': { read: false } } } },
      }),
      reset('user=Mail Nora', {
        config: { GroupPermissions: { __merge: { '*': { writeapi: false } } } },
      }),
      reset('user=Mail Nora&assert=user'),
      reset('user=Mail Nora&origin=*'),
      reset('user=Mail Nora&capture=x'),
      reset('user=Mail Nora|Mail Otto'),
    ],
  },
  {
    name: 'knows who can be written to',
    fixture: { accounts: [nora, otto] },
    steps: [
      get(emailable),
      get(emailable, { config: { EmailAuthentication: false } }),
      get(emailable, { config: { EmailAuthentication: false, EnableEmail: false } }),
      get(emailable, { config: { EmailAuthentication: false, EnableUserEmail: false } }),
      get(`${emailable}&format=json`, { config: { EmailAuthentication: false } }),
    ],
  },
  {
    name: 'does not say that it was asked too often',
    steps: [
      reset('user=Mail Nora', { config: { RateLimits: { mailpassword: { ip: [0, 60] } } } }),
      reset('', { config: { RateLimits: { mailpassword: { ip: [0, 60] } } } }),
      reset('user=127.0.0.1', { config: { RateLimits: { mailpassword: { ip: [0, 60] } } } }),
      reset('', { config: { RateLimits: { mailpassword: { 'ip-all': [0, 60] } } } }),
      reset('', { config: { RateLimits: { mailpassword: { anon: [0, 60] } } } }),
      reset('', { config: { RateLimits: { mailpassword: { subnet: [0, 60] } } } }),
      reset('', { config: { RateLimits: { mailpassword: { user: [0, 60] } } } }),
      reset('', { config: { RateLimits: { mailpassword: { newbie: [0, 60] } } } }),
      reset('', { config: { RateLimits: { changeemail: { ip: [0, 60] } } } }),
      reset('', {
        config: {
          RateLimits: { mailpassword: { ip: [0, 60] } },
          RateLimitsExcludedIPs: ['127.0.0.0/8'],
        },
      }),
      reset('', {
        config: {
          RateLimits: { mailpassword: { ip: [0, 60], '&can-bypass': false } },
          RateLimitsExcludedIPs: ['127.0.0.0/8'],
        },
      }),
    ],
  },
]
