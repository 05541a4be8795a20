import type { Conversation, Step } from '../../../src/compare/conversation.ts'
import { get, post, type StepDetails } from '../steps.ts'

const password = 'velvet-orchard-compass'
const sid = { name: 'Blocks Sid {fresh}', password, groups: ['sysop'] }
const tim = { name: 'Blocks Tim {fresh}', password }
const ute = { name: 'Blocks Ute {fresh}', password }

const block = (rest: string, details: StepDetails = {}): Step =>
  post(`action=block&token={sid.csrf}&${rest}`, { as: 'sid', ...details })
const unblock = (rest: string): Step =>
  post(`action=unblock&token={sid.csrf}&${rest}`, { as: 'sid' })
const list = (rest: string, details: StepDetails = {}): Step =>
  get(`action=query&list=blocks&${rest}`, details)

const all = 'bkids={tim}|{ute}|{address}|{range}'

const properties = [
  'id',
  'user',
  'userid',
  'by',
  'byid',
  'timestamp',
  'expiry',
  'reason',
  'range',
  'flags',
  'restrictions',
]

/** What only some of the four blocks are. */
const shows = [
  'account',
  '!account',
  'temp',
  '!temp',
  'ip',
  '!ip',
  'range',
  '!range',
  'ip|temp',
  '!ip|!temp|!account',
  'nonsense|temp',
]

/** `list=blocks`. */
export const listBlocks: readonly Conversation[] = [
  {
    name: 'lists blocks of all kinds',
    fixture: { accounts: [sid, tim, ute], visitors: { sid } },
    steps: [
      block(`user=${tim.name}&reason=Noise`, { remember: { tim: 'block.id' } }),
      block(`user=${ute.name}&expiry=2099-01-01&autoblock=1&noemail=1`, {
        remember: { ute: 'block.id' },
      }),
      block('user=198.51.100.42&expiry=2099-01-01&nocreate=1', {
        remember: { address: 'block.id' },
      }),
      block('user=198.51.100.0/24&expiry=2099-01-02&anononly=1&allowusertalk=1', {
        remember: { range: 'block.id' },
      }),
      list(all),
      list(`${all}&format=json`),
      list(`${all}&format=xml&bkprop=id|user|expiry|flags|restrictions`),
      list(`${all}&format=php&bkprop=id|range|restrictions`),
      list(`${all}&bkdir=newer&bkprop=user`),
      list(`${all}&bkprop=`),
      list(`${all}&bkprop=&format=json`),
      list(`${all}&bkprop=user|nonsense&errorformat=raw`),
      ...properties.map((name) => list(`${all}&bkprop=${name}`)),
      ...shows.map((show) => list(`${all}&bkprop=user&bkshow=${show}`)),
      list(`${all}&bkprop=user&bklimit=1`, { remember: { next: 'continue.bkcontinue' } }),
      list(`${all}&bkprop=user&bklimit=2&bkcontinue={next}`, {
        remember: { next: 'continue.bkcontinue' },
      }),
      list(`${all}&bkprop=user&bklimit=2&bkcontinue={next}&continue=-||`),
      list(`${all}&bkprop=user&bklimit=3&bkdir=newer`, {
        remember: { next: 'continue.bkcontinue' },
      }),
      list(`${all}&bkprop=user&bkdir=newer&bkcontinue={next}`),
      list(`${all}&bkprop=user&bklimit=1&rawcontinue=1`),
      list(`${all}&bkprop=user&bkstart=2001-01-01T00:00:00Z`),
      list(`${all}&bkprop=user&bkend=2001-01-01T00:00:00Z`),
      list(`${all}&bkprop=user&bkstart=2001-01-01T00:00:00Z&bkdir=newer`),
      list(
        `${all}&bkprop=user&bkstart=2001-01-01T00:00:00Z&bkend=2002-01-01T00:00:00Z&bkdir=newer`,
      ),
      list('bkip=198.51.100.42&bkprop=user'),
      list('bkip=198.51.100.43&bkprop=user'),
      list('bkip=198.051.100.042&bkprop=user'),
      list('bkip=198.51.100.42/31&bkprop=user'),
      list('bkip=198.51.100.0/23&bkprop=user'),
      list('bkip=2001:db8::1/64&bkprop=user'),
      list('bkusers=198.51.100.42|198.51.100.0/24|198.51.100.43&bkprop=user'),
      list(`bkusers=${tim.name}|Blocks Nobody&bkprop=user`),
      list(`${all}&bkusers=${tim.name}&bkprop=user`),
      list(`${all}&bklimit=max&bkprop=user`, { as: 'sid' }),
      unblock('id={tim}'),
      unblock('id={ute}'),
      unblock('id={address}'),
      unblock('id={range}'),
      list(all),
    ],
  },
  {
    name: 'says what is wrong with a list of blocks',
    steps: [
      list('bkusers=A&bkip=198.51.100.42&errorformat=raw'),
      list('bkusers=&bkip='),
      list('bkip=&errorformat=raw'),
      list('bkip=nonsense'),
      list('bkip=198.51.100.xxx'),
      list('bkip=198.51.100.1-198.51.100.9'),
      list('bkip=198.51.100.0/33'),
      list('bkip=198.0.0.0/15&errorformat=raw'),
      list('bkip=198.0.0.0/15'),
      list('bkip=2001:db8::/18&errorformat=raw'),
      list('bkip=198.0.0.0/17', { config: { BlockCIDRLimit: { IPv4: 18, IPv6: 19 } } }),
      list('bkids=x'),
      list('bkusers=%231'),
      list('bkusers=a[b'),
      list('bkusers=w>Somebody'),
      list('bkshow=ip|!ip&errorformat=raw'),
      list('bkshow=ip|!ip'),
      list('bkshow=temp|account|!account'),
      list('bkcontinue=nonsense'),
      list('bkcontinue=20260101000000|x'),
      list('bkcontinue=20260101000000|1|2'),
      list('bkstart=nonsense'),
      list('bkdir=sideways'),
      list('bklimit=0&bkids=999999'),
      list('bklimit=5001&bkids=999999'),
      list('bkids=999999', {
        config: { GroupPermissions: { __merge: { '*': { read: false } } } },
      }),
    ],
  },
  {
    name: 'tells of the modules about blocks',
    steps: [
      get('action=paraminfo&modules=block|unblock|query%2Bblocks'),
      get('action=paraminfo&modules=block', {
        config: { EnablePartialActionBlocks: true, WatchlistExpiry: true },
      }),
      get('action=help&modules=block'),
      get('action=help&modules=unblock&uselang=fr'),
      get('action=help&modules=query%2Bblocks'),
    ],
  },
]
