import type { Conversation, Step } from '../../../src/compare/conversation.ts'
import { get, post, type StepDetails } from '../steps.ts'

const password = 'velvet-orchard-compass'
const sid = { name: 'Blocks Sid {fresh}', password, groups: ['sysop'] }
const sue = { name: 'Blocks Sue {fresh}', password, groups: ['sysop'] }
const tim = { name: 'Blocks Tim {fresh}', password }
const ute = { name: 'Blocks Ute {fresh}', password }

const notExempt = { GroupPermissions: { __merge: { sysop: { 'ipblock-exempt': false } } } }
const properties = 'id|user|userid|by|byid|timestamp|expiry|range|flags|restrictions'

const trusting = { CdnServersNoPurge: ['127.0.0.1/32'] }
const here = '203.0.113.41'
const elsewhere = '203.0.113.142'

/** Asks from another address than the recorder's, which nobody is to block. */
const from = (address: string, step: Step): Step => ({
  ...step,
  headers: { 'x-forwarded-for': address, ...step.headers },
  config: { ...trusting, ...step.config },
})

const asked =
  (action: 'block' | 'unblock', as = 'sid') =>
  (rest: string, details: StepDetails = {}): Step =>
    post(`action=${action}&token={${as}.csrf}&${rest}`, { as, ...details })
const block = asked('block')
const unblock = asked('unblock')

const whoAmI = (details: StepDetails = {}, format = 'format=json&formatversion=2'): Step =>
  get(`action=query&meta=userinfo&uiprop=blockinfo&${format}`, details)

const exempt = { GroupPermissions: { __merge: { user: { 'ipblock-exempt': true } } } }

const createToken = (as: string): Step =>
  get('action=query&meta=tokens&type=createaccount', {
    as,
    remember: { [`${as}Create`]: 'query.tokens.createaccounttoken' },
  })

/** Tries to make an account, which would be too easy a way around a block. */
const createAccount = (
  as: string,
  format = 'format=json&formatversion=2',
  config: object = {},
): Step =>
  post(
    `action=createaccount&createtoken={${as}Create}&createreturnurl=http://127.0.0.1/&username=Blocks New {fresh}&password=${password}&retype=${password}&${format}`,
    { as, config: { ...config } },
  )

/** What a block keeps from, and what it does not. */
export const blocked: readonly Conversation[] = [
  {
    name: 'tells who is not logged in of a block of the address',
    fixture: { accounts: [sid, tim], visitors: { sid, tim } },
    steps: [
      block(`user=${here}&expiry=2099-01-01&nocreate=1&anononly=1&reason=Noise`),
      from(here, whoAmI()),
      from(here, whoAmI({}, 'format=json')),
      from(here, whoAmI({}, 'format=xml')),
      from(elsewhere, whoAmI({ as: 'another' })),
      from(here, whoAmI({ as: 'tim' })),
      block(`user=${here}&expiry=2099-01-01&reblock=1`),
      from(here, whoAmI({ as: 'tim' })),
      from(here, whoAmI({ as: 'sid' })),
      from(
        here,
        whoAmI({
          as: 'tim',
          config: { GroupPermissions: { __merge: { user: { 'ipblock-exempt': true } } } },
        }),
      ),
      from(
        here,
        whoAmI({
          as: 'sid',
          config: { GroupPermissions: { __merge: { sysop: { 'ipblock-exempt': false } } } },
        }),
      ),
      unblock(`user=${here}`),
      from(here, whoAmI()),
    ],
  },
  {
    name: 'tells of several blocks as of one',
    fixture: { accounts: [sid, tim], visitors: { sid, tim } },
    steps: [
      block(`user=${here}&expiry=2099-01-01&nocreate=1&anononly=1`),
      block('user=203.0.113.0/26&expiry=2099-01-02&partial=1&allowusertalk=1&nocreate=1'),
      block(`user=${tim.name}&partial=1&allowusertalk=1&namespacerestrictions=4`),
      from(here, whoAmI({ as: 'first' })),
      from(here, whoAmI({ as: 'first' }, 'format=json')),
      from(here, whoAmI({ as: 'second' }, 'format=xml')),
      from(here, whoAmI({ as: 'tim' })),
      from(elsewhere, whoAmI({ as: 'tim' })),
      block(`user=${here}&expiry=2099-01-01&reblock=1`),
      from(here, whoAmI({ as: 'tim' })),
      from(here, whoAmI({ as: 'first', config: { CookieSetOnIpBlock: false } })),
      unblock(`user=${tim.name}`),
      unblock(`user=${here}`),
      unblock('user=203.0.113.0/26'),
    ],
  },
  {
    name: 'blocks addresses that the settings name',
    fixture: { accounts: [tim], visitors: { tim } },
    steps: [
      from(here, whoAmI({ config: { ProxyList: [here] } })),
      from(here, whoAmI({ config: { ProxyList: ['203.0.113.0/24'] } }, 'format=json')),
      from(here, whoAmI({ as: 'tim', config: { ProxyList: [here] } })),
      from(here, whoAmI({ config: { ProxyList: [here], ProxyWhitelist: [here] } })),
      from(elsewhere, whoAmI({ config: { ProxyList: [here] } })),
      from(here, whoAmI({ config: { SoftBlockRanges: ['203.0.113.0/24'] } })),
      from(here, whoAmI({ as: 'tim', config: { SoftBlockRanges: ['203.0.113.0/24'] } })),
      from(here, whoAmI({ config: { ProxyList: [here], SoftBlockRanges: ['203.0.113.0/24'] } })),
      from(
        here,
        post('action=userrights&user=Admin&token=%2B%5C', { config: { ProxyList: [here] } }),
      ),
      from(
        here,
        post('action=userrights&user=Admin&token=%2B%5C&format=json&errorformat=raw', {
          config: { SoftBlockRanges: ['203.0.113.0/24'] },
        }),
      ),
    ],
  },
  {
    name: 'blocks for whom others forward only where a setting says so',
    fixture: { accounts: [sid, tim], visitors: { sid, tim } },
    steps: [
      block(`user=${elsewhere}&expiry=2099-01-01&reason=Noise`),
      whoAmI({ headers: { 'x-forwarded-for': elsewhere } }),
      whoAmI({
        headers: { 'x-forwarded-for': elsewhere },
        config: { ApplyIpBlocksToXff: true },
      }),
      whoAmI({
        headers: { 'x-forwarded-for': `unknown, 999.1.1.1,${elsewhere} , ${here}` },
        config: { ApplyIpBlocksToXff: true },
      }),
      whoAmI({
        as: 'tim',
        headers: { 'x-forwarded-for': elsewhere },
        config: { ApplyIpBlocksToXff: true },
      }),
      whoAmI({
        as: 'sid',
        headers: { 'x-forwarded-for': elsewhere },
        config: { ApplyIpBlocksToXff: true },
      }),
      whoAmI({
        headers: { 'x-forwarded-for': elsewhere },
        config: { ApplyIpBlocksToXff: true, ProxyWhitelist: ['127.0.0.1'] },
      }),
      unblock(`user=${elsewhere}`),
    ],
  },
  {
    name: 'blocks the address that a blocked account used last',
    fixture: { accounts: [sid, sue, tim], visitors: { sid, sue, tim } },
    steps: [
      from(here, block(`user=${tim.name}&expiry=2099-01-01`)),
      from(here, unblock(`user=${tim.name}`)),
      from(
        here,
        get('action=query&meta=tokens&type=userrights', {
          as: 'tim',
          remember: { rights: 'query.tokens.userrightstoken' },
        }),
      ),
      asked(
        'block',
        'sue',
      )(`user=${sid.name}&autoblock=1&nocreate=1&reason=Noise&expiry=2099-01-01`),
      from(here, whoAmI({ as: 'anon', remember: { auto: 'query.userinfo.blockid' } })),
      from(here, whoAmI({ as: 'anon' }, 'format=json')),
      from(here, whoAmI({ as: 'tim' })),
      from(here, post('action=userrights&user=Admin&add=bot&token={rights}', { as: 'tim' })),
      from(
        here,
        post('action=userrights&user=Admin&add=bot&token={rights}&errorformat=raw', { as: 'tim' }),
      ),
      from(here, whoAmI({ as: 'sid', config: notExempt })),
      from(elsewhere, whoAmI({ as: 'sid' })),
      from(elsewhere, whoAmI({ as: 'elsewhere' })),
      whoAmI({ headers: { 'x-forwarded-for': here }, config: { ApplyIpBlocksToXff: true } }),
      get(`action=query&list=blocks&bkids={auto}&bkprop=${properties}`),
      get(`action=query&list=blocks&bkids={auto}&bkprop=${properties}&format=json`),
      get(`action=query&list=blocks&bkip=${here}`),
      get(`action=query&list=blocks&bkusers=${here}`),
      asked('block', 'sue')(`user=${here}&expiry=2099-01-01`),
      from(here, whoAmI({ as: 'anon', config: { CookieSetOnIpBlock: false } })),
      asked('unblock', 'sue')(`user=${here}`),
      asked('unblock', 'sue')('id={auto}'),
      from(here, whoAmI({ as: 'anon' })),
      asked('block', 'sue')(`user=${sid.name}&autoblock=1&reblock=1&expiry=2099-01-02`),
      from(here, whoAmI({ as: 'anon' })),
      asked('block', 'sue')(`user=${sid.name}&reblock=1&expiry=2099-01-02`),
      from(here, whoAmI({ as: 'anon' })),
      asked('block', 'sue')(`user=${sid.name}&autoblock=1&reblock=1`),
      asked('unblock', 'sue')(`user=${sid.name}`),
      from(here, whoAmI({ as: 'anon' })),
    ],
  },
  {
    name: 'keeps blocked users from making accounts',
    fixture: { accounts: [sid, tim], visitors: { sid, tim } },
    steps: [
      from(here, createToken('anon')),
      from(here, createToken('tim')),
      block(`user=${here}&expiry=2099-01-01&nocreate=1&anononly=1&reason=Noise`),
      from(here, createAccount('anon')),
      from(here, createAccount('anon', 'format=json')),
      from(here, createAccount('anon', 'format=json&formatversion=2&errorformat=raw')),
      from(here, createAccount('tim')),
      from(elsewhere, createAccount('tim')),
      block('user=203.0.113.0/26&expiry=2099-01-01&nocreate=1'),
      unblock(`user=${here}`),
      from(here, createAccount('anon')),
      from(here, createAccount('tim', undefined, exempt)),
      unblock('user=203.0.113.0/26'),
      block(`user=${tim.name}&partial=1&allowusertalk=1&nocreate=1`),
      from(here, createAccount('tim')),
      block(`user=${tim.name}&reblock=1&nocreate=1`),
      from(here, createAccount('tim')),
      from(here, get('action=query&meta=authmanagerinfo&amirequestsfor=create', { as: 'tim' })),
      from(here, post('action=resetpassword&token={tim.csrf}&user=Blocks Nobody', { as: 'tim' })),
      from(
        here,
        post('action=resetpassword&token={tim.csrf}&user=Blocks Nobody&errorformat=raw', {
          as: 'tim',
        }),
      ),
      post(
        'action=changeauthenticationdata&token={tim.csrf}&changeauthrequest=x&changeauthtoken={tim.csrf}',
        { as: 'tim' },
      ),
      unblock(`user=${tim.name}`),
    ],
  },
  {
    name: 'lets a browser remember the block of an account',
    fixture: { accounts: [sid, tim, ute], visitors: { sid, tim, ute } },
    steps: [
      block(`user=${tim.name}&autoblock=1&reason=Noise&partial=1&allowusertalk=1&nocreate=1`),
      from(here, get('action=query&list=users&ususers=Blocks Nobody', { as: 'tim' })),
      from(here, whoAmI({ as: 'tim' })),
      from(
        here,
        get('action=query&meta=tokens', {
          as: 'tim',
          remember: { csrf: 'query.tokens.csrftoken', block: 'cookie:BlockID' },
        }),
      ),
      from(here, post('action=logout&token={csrf}', { as: 'tim' })),
      from(elsewhere, whoAmI({ as: 'tim' })),
      from(elsewhere, whoAmI({ as: 'ute', cookies: { BlockID: '{block}' } })),
      from(elsewhere, whoAmI({ as: 'tim', config: { CookieSetOnAutoblock: false } })),
      from(elsewhere, whoAmI({ as: 'tim', cookies: { BlockID: '{block}x' } })),
      from(elsewhere, whoAmI({ as: 'third', cookies: { BlockID: '{block}' } })),
      from(elsewhere, whoAmI({ as: 'fourth', cookies: { BlockID: 'nonsense' } })),
      from(elsewhere, whoAmI({ as: 'fourth', cookies: { BlockID: '1' } })),
      from(elsewhere, whoAmI({ as: 'fourth', cookies: { BlockID: '' } })),
      from(elsewhere, get('action=query&meta=siteinfo&siprop=rightsinfo', { as: 'third' })),
      block(`user=${tim.name}&reblock=1&expiry=2099-01-01`),
      from(elsewhere, whoAmI({ as: 'third' })),
      from(elsewhere, whoAmI({ as: 'third' })),
      unblock(`user=${tim.name}`),
      from(elsewhere, whoAmI({ as: 'ute' })),
    ],
  },
  {
    name: 'lets a browser remember the block of an address',
    fixture: { accounts: [sid, tim], visitors: { sid, tim } },
    steps: [
      block(`user=${here}&expiry=2099-01-01`),
      from(here, get('action=query&list=users&ususers=Blocks Nobody', { as: 'anon' })),
      from(here, get('action=query&meta=siteinfo&siprop=rightsinfo', { as: 'anon' })),
      from(here, get('action=checktoken&type=csrf&token=x', { as: 'anon' })),
      from(elsewhere, whoAmI({ as: 'anon' })),
      from(elsewhere, get('action=nonsense', { as: 'anon' })),
      from(here, get('action=nonsense', { as: 'second' })),
      from(here, get('action=query&meta=tokens&type=login', { as: 'third' })),
      from(here, get('action=query&meta=siteinfo&siprop=rightsinfo', { as: 'third' })),
      from(here, whoAmI({ as: 'fourth', config: { CookieSetOnIpBlock: false } })),
      from(here, whoAmI({ as: 'tim' })),
      unblock(`user=${here}`),
      from(elsewhere, whoAmI({ as: 'anon' })),
      from(elsewhere, whoAmI({ as: 'anon' })),
    ],
  },
  {
    name: 'lets a blocked user do what changes no page',
    fixture: { accounts: [sid, tim], visitors: { sid, tim } },
    steps: [
      block(`user=${tim.name}&nocreate=1&noemail=1`),
      get('action=query&meta=tokens', { as: 'tim' }),
      post('action=options&token={tim.csrf}&change=language=fr', { as: 'tim' }),
      post('action=validatepassword&password=velvet-orchard-compass', { as: 'tim' }),
      post('action=block&token={tim.csrf}&user=Admin', { as: 'tim' }),
      get(`action=query&list=users&ususers=${tim.name}&usprop=blockinfo`),
      get(`action=query&list=allusers&auprefix=${tim.name}&auprop=blockinfo`),
      get('action=query&meta=userinfo&uiprop=rights|blockinfo|changeablegroups', { as: 'tim' }),
      post('action=logout&token={tim.csrf}', { as: 'tim' }),
      get('action=query&meta=tokens&type=login', {
        as: 'tim',
        remember: { login: 'query.tokens.logintoken' },
      }),
      post(`action=login&lgname=${tim.name}&lgpassword=${password}&lgtoken={login}`, { as: 'tim' }),
      whoAmI({ as: 'tim' }),
      unblock(`user=${tim.name}`),
    ],
  },
  {
    name: 'keeps blocked users out where a setting says so',
    fixture: { accounts: [sid, tim, ute], visitors: { sid, tim, ute } },
    steps: [
      block(`user=${tim.name}`),
      get('action=query&meta=userinfo&uiprop=rights|blockinfo', {
        as: 'tim',
        config: { BlockDisablesLogin: true },
      }),
      block(`user=${ute.name}`, { config: { BlockDisablesLogin: true } }),
      whoAmI({ as: 'ute' }),
      get('action=query&meta=tokens&type=login', {
        as: 'ute',
        remember: { login: 'query.tokens.logintoken' },
      }),
      post(`action=login&lgname=${ute.name}&lgpassword=${password}&lgtoken={login}`, {
        as: 'ute',
        config: { BlockDisablesLogin: true },
      }),
      unblock(`user=${tim.name}`),
      unblock(`user=${ute.name}`),
    ],
  },
]
