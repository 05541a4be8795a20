import type { Conversation, Step } from '../../../src/compare/conversation.ts'
import { get, post, type StepDetails } from '../steps.ts'

const password = 'velvet-orchard-compass'
const sid = { name: 'Blocks Sid {fresh}', password, groups: ['sysop'] }
const sue = { name: 'Blocks Sue {fresh}', password, groups: ['sysop'] }
const tim = { name: 'Blocks Tim {fresh}', password }
const ute = { name: 'Blocks Ute {fresh}', password }

const mayHide = { GroupPermissions: { __merge: { sysop: { hideuser: true } } } }
const mayNotUnblockSelf = { GroupPermissions: { __merge: { sysop: { unblockself: false } } } }

/** Blocks or unblocks as one of the visitors. */
const asked =
  (action: 'block' | 'unblock', as: string) =>
  (rest: string, details: StepDetails = {}): Step =>
    post(`action=${action}&token={${as}.csrf}&${rest}`, { as, ...details })

const block = asked('block', 'sid')
const unblock = asked('unblock', 'sid')
const list = (rest: string, details: StepDetails = {}): Step =>
  get(`action=query&list=blocks&${rest}`, { as: 'sid', ...details })

const everything = 'bkprop=user|userid|by|byid|expiry|reason|range|flags|restrictions'
const ofTim = `${everything}&bkusers=${tim.name}`

/** Expiries, most of which are no time at which a block could end. */
const expiries = [
  '',
  '0',
  'nonsense',
  'Indefinite',
  'yesterday',
  '1 hour ago',
  '2001-01-01',
  '99999 years',
  `1 hour${' '.repeat(50)}`,
  'never',
  'infinite',
  '20990101000000',
  '2099-01-01T00:00:00Z',
  '2 Jan 2099',
  'tomorrow',
  '4070908800',
  '@4070908800',
]

/** `action=block` and `action=unblock`. */
export const blockAndUnblock: readonly Conversation[] = [
  {
    name: 'blocks and unblocks an account',
    fixture: { accounts: [sid, tim], visitors: { sid } },
    steps: [
      block(`user=${tim.name}`),
      block(`user=${tim.name}`),
      block(`user=${tim.name}&reblock=1`),
      list(ofTim),
      block(`user=${tim.name}&reblock=1&expiry=2099-01-01&reason=Noise&nocreate=1&noemail=1`),
      list(ofTim),
      block(`user=${tim.name}&reblock=1&anononly=1&autoblock=1&allowusertalk=1&hidename=`),
      list(ofTim),
      list(`${ofTim}&format=json`),
      block(`user=${tim.name}&reblock=&expiry=2099-01-01&format=json`),
      block(`user=${tim.name}&reblock=1&expiry=2099-01-02&nocreate=1&autoblock=1&format=xml`),
      unblock(`user=${tim.name}&reason=Sorry`),
      unblock(`user=${tim.name}`),
      list(ofTim),
      block(`user=${tim.name}&format=php&expiry=2099-01-01`),
      unblock(`user=${tim.name}&format=xml`),
    ],
  },
  {
    name: 'takes a name in every form for the account',
    fixture: { accounts: [sid, tim], visitors: { sid } },
    steps: [
      get(`action=query&list=users&ususers=${tim.name}`, {
        remember: { id: 'query.users.0.userid' },
      }),
      block(`user=blocks_Tim_{fresh}&expiry=2099-01-01`),
      unblock(`user= User:Blocks Tim {fresh} `),
      block('user=#{id}&expiry=2099-01-01'),
      unblock('user=#{id}'),
      block('userid={id}&expiry=2099-01-01'),
      unblock('userid={id}'),
      block(`user=${tim.name}&expiry=2099-01-01`, { remember: { block: 'block.id' } }),
      unblock('id={block}&format=json'),
      unblock('id={block}'),
    ],
  },
  {
    name: 'says what is wrong with whom it is to block',
    fixture: { accounts: [sid, tim], visitors: { sid } },
    steps: [
      block('errorformat=raw'),
      block(`user=${tim.name}&userid=1&errorformat=raw`),
      block('user=&errorformat=raw'),
      block('userid=999999&errorformat=raw'),
      block('userid=x'),
      block('user=Blocks Nobody&errorformat=raw'),
      block('user=Blocks Nobody'),
      block('user=#999999&errorformat=raw'),
      block('user=#x'),
      block('user=a[b&errorformat=raw'),
      block(`user=${tim.name}|Admin`),
      block('user=w>Somebody'),
      block('user=192.0.2.xxx&errorformat=raw'),
      block('user=192.0.2.1.5&errorformat=raw'),
      block('user=192.0.2.0/33'),
      block('user=192.0.2.0/15&errorformat=raw'),
      block('user=192.0.2.0/15'),
      block('user=2001:db8::/18&errorformat=raw'),
      block('user=Blocks/Tim'),
      block('user=192.0.2.0/24&errorformat=raw', {
        config: { BlockCIDRLimit: { IPv4: 32, IPv6: 128 } },
      }),
      block('user=2001:db8::/64&errorformat=raw', {
        config: { BlockCIDRLimit: { IPv4: 32, IPv6: 128 } },
      }),
    ],
  },
  {
    name: 'blocks addresses and ranges in their normal form',
    fixture: { accounts: [sid], visitors: { sid } },
    steps: [
      block('user=198.51.100.007&expiry=2099-01-01&anononly=1&autoblock=1'),
      list(`${everything}&bkusers=198.51.100.7`),
      block('user=198.51.100.7'),
      unblock('user=198.51.100.7'),
      block('user=198.51.100.77/25&expiry=2099-01-01&nocreate=1'),
      list(`${everything}&bkusers=198.51.100.0/25`),
      unblock('user=198.51.100.1&errorformat=raw'),
      unblock('user=198.51.100.99/25'),
      block('user=198.51.100.9/32&expiry=2099-01-01'),
      unblock('user=198.51.100.9/32'),
      block('user=198.51.100.10-198.51.100.20&expiry=2099-01-01'),
      unblock('user=198.51.100.10'),
      block('user=2001:db8::77&expiry=2099-01-01&hidename=1', { config: mayHide }),
      list(`${everything}&bkusers=2001:DB8:0:0:0:0:0:77`),
      unblock('user=2001:db8:0::77'),
      block('user=2001:db8:77::77/64&expiry=2099-01-01'),
      list(`${everything}&bkusers=2001:db8:77::/64`),
      unblock('user=2001:db8:77::/64'),
      block('user=User:198.51.100.8&expiry=2099-01-01'),
      unblock('user=User:198.51.100.8'),
    ],
  },
  {
    name: 'reads when a block is to end',
    fixture: { accounts: [sid, tim], visitors: { sid } },
    steps: [
      ...expiries.map((expiry) =>
        block(`user=${tim.name}&reblock=1&errorformat=raw&expiry=${encodeURIComponent(expiry)}`),
      ),
      unblock(`user=${tim.name}`),
    ],
  },
  {
    name: 'blocks from a part of the wiki',
    fixture: {
      accounts: [sid, tim],
      visitors: { sid },
      pages: ['Blocks Sand', 'User talk:Blocks Sand'],
    },
    steps: [
      block(`user=${tim.name}&partial=1&errorformat=raw`),
      block(`user=${tim.name}&partial=1&allowusertalk=1&errorformat=raw`),
      block(`user=${tim.name}&partial=1&allowusertalk=1&nocreate=1`),
      list(ofTim),
      list(`${ofTim}&format=json`),
      block(`user=${tim.name}&reblock=1&partial=1&namespacerestrictions=3|0|3`),
      list(ofTim),
      block(`user=${tim.name}&reblock=1&partial=1&namespacerestrictions=2&errorformat=raw`),
      block(`user=${tim.name}&reblock=1&partial=1&allowusertalk=1&namespacerestrictions=2|0`),
      block(`user=${tim.name}&reblock=1&partial=1&allowusertalk=1&namespacerestrictions=0|2`),
      block(
        `user=${tim.name}&reblock=1&partial=1&allowusertalk=1&namespacerestrictions=99&errorformat=raw`,
      ),
      block(`user=${tim.name}&reblock=1&partial=1&allowusertalk=1&namespacerestrictions=*`),
      block(
        `user=${tim.name}&reblock=1&partial=1&allowusertalk=1&namespacerestrictions=-1&errorformat=raw`,
      ),
      block(
        `user=${tim.name}&reblock=1&partial=1&allowusertalk=1&pagerestrictions=blocks_Sand|User talk:Blocks Sand`,
      ),
      list(ofTim),
      list(`${ofTim}&format=json`),
      list(`${ofTim}&format=xml`),
      block(
        `user=${tim.name}&reblock=1&partial=1&allowusertalk=1&pagerestrictions=Blocks Sand&namespacerestrictions=4&format=json`,
      ),
      list(ofTim),
      block(
        `user=${tim.name}&reblock=1&partial=1&allowusertalk=1&pagerestrictions=Blocks Sand|Blocks Nowhere&errorformat=raw`,
      ),
      block(`user=${tim.name}&reblock=1&partial=1&pagerestrictions=a[b&errorformat=raw`),
      block(`user=${tim.name}&reblock=1&partial=1&pagerestrictions=1|2|3|4|5|6|7|8|9|10|11`),
      block(`user=${tim.name}&reblock=1&pagerestrictions=Blocks Sand&namespacerestrictions=0`),
      list(ofTim),
      unblock(`user=${tim.name}`),
    ],
  },
  {
    name: 'blocks from actions where a setting lets it',
    fixture: { accounts: [sid, tim], visitors: { sid } },
    steps: [
      block(`user=${tim.name}&partial=1&allowusertalk=1&actionrestrictions=move&errorformat=raw`),
      block(
        `user=${tim.name}&partial=1&allowusertalk=1&actionrestrictions=move|create|x&errorformat=raw`,
        { config: { EnablePartialActionBlocks: true } },
      ),
      list(ofTim, { config: { EnablePartialActionBlocks: true } }),
      list(ofTim),
      block(`user=${tim.name}&reblock=1&expiry=2099-01-01`, {
        config: { EnablePartialActionBlocks: true },
      }),
      unblock(`user=${tim.name}`),
    ],
  },
  {
    name: 'hides accounts for whom may hide them',
    fixture: { accounts: [sid, tim], visitors: { sid } },
    steps: [
      block(`user=${tim.name}&hidename=1&errorformat=raw`),
      block(`user=${tim.name}&hidename=1`),
      block(`user=${tim.name}&hidename=1&expiry=2099-01-01&errorformat=raw`, { config: mayHide }),
      block(`user=${tim.name}&hidename=1&partial=1&allowusertalk=1&nocreate=1&errorformat=raw`, {
        config: mayHide,
      }),
      block(`user=${tim.name}&hidename=1&partial=1&errorformat=raw`, { config: mayHide }),
      block(`user=${tim.name}&hidename=1`, { config: mayHide }),
      list(ofTim),
      list(ofTim, { config: mayHide }),
      get(`action=query&list=users&ususers=${tim.name}&usprop=blockinfo`),
      get(`action=query&list=users&ususers=${tim.name}&usprop=blockinfo`, {
        as: 'sid',
        config: mayHide,
      }),
      block(`user=${tim.name}&errorformat=raw`),
      block(`user=${tim.name}&reblock=1&nocreate=1`),
      unblock(`user=${tim.name}&errorformat=raw`),
      unblock(`user=${tim.name}`),
      block(`user=${tim.name}&reblock=1&nocreate=1&hidename=1`, { config: mayHide }),
      unblock(`user=${tim.name}`, { config: mayHide }),
    ],
  },
  {
    name: 'refuses what somebody may not do',
    fixture: { accounts: [sid, tim, ute], visitors: { sid, ute } },
    steps: [
      asked('block', 'ute')(`user=${tim.name}&errorformat=raw`),
      asked('block', 'ute')('errorformat=raw'),
      asked('unblock', 'ute')(`user=${tim.name}&errorformat=raw`),
      asked('unblock', 'ute')('errorformat=raw'),
      asked('block', 'ute')('user=a[b'),
      post(`action=block&user=${tim.name}&token=%2B%5C`),
      post(`action=unblock&user=${tim.name}&token=%2B%5C`),
      post(`action=block&user=${tim.name}`),
      post(`action=block&user=${tim.name}&token=bad`, { as: 'sid' }),
      get(`action=block&user=${tim.name}`),
      get('action=unblock&id=1&token=x'),
      block(`user=${tim.name}`, { config: { ReadOnly: 'Moving' } }),
      unblock('id=1', { config: { ReadOnly: 'Moving' } }),
      block(`user=${tim.name}&noemail=1&errorformat=raw`, { config: { EnableUserEmail: false } }),
      block(`user=${tim.name}&noemail=1`, {
        config: { GroupPermissions: { __merge: { sysop: { blockemail: false } } } },
      }),
      block('noemail=1&user=Blocks Nobody&expiry=x&errorformat=raw', {
        config: { EnableUserEmail: false },
      }),
      block('user=Blocks Nobody&expiry=x&partial=1&errorformat=raw'),
      block(`user=${tim.name}&expiry=x&partial=1&errorformat=raw`),
      block(`user=${tim.name}&expiry=x&hidename=1&errorformat=raw`, { config: mayHide }),
      block(`user=${tim.name}&tags=foo&errorformat=raw`),
      block(`user=${tim.name}&tags=foo|bar&errorformat=raw`),
      unblock(`user=${tim.name}&tags=foo&errorformat=raw`),
    ],
  },
  {
    name: 'leaves users their talk page only where a setting lets it',
    fixture: { accounts: [sid, tim], visitors: { sid } },
    steps: [
      block(`user=${tim.name}&allowusertalk=1&expiry=2099-01-01`, {
        config: { BlockAllowsUTEdit: false },
      }),
      list(ofTim),
      block(
        `user=${tim.name}&reblock=1&allowusertalk=1&expiry=2099-01-01&partial=1&namespacerestrictions=3`,
        { config: { BlockAllowsUTEdit: false } },
      ),
      list(ofTim),
      unblock(`user=${tim.name}`),
    ],
  },
  {
    name: 'watches the pages of who is blocked',
    fixture: { accounts: [sid, tim], visitors: { sid } },
    steps: [
      block(`user=${tim.name}&watchuser=1&watchlistexpiry=1 week&errorformat=raw`),
      block(`user=${tim.name}&reblock=1&expiry=2099-01-01&watchuser=1&watchlistexpiry=1 week`, {
        config: { WatchlistExpiry: true },
      }),
      block(`user=${tim.name}&reblock=1&expiry=2099-01-02&watchlistexpiry=2 days&format=json`, {
        config: { WatchlistExpiry: true },
      }),
      block(`user=${tim.name}&reblock=1&expiry=2099-01-03&watchuser=1&watchlistexpiry=never`, {
        config: { WatchlistExpiry: true },
      }),
      block(`user=${tim.name}&reblock=1&watchuser=1&watchlistexpiry=x&errorformat=raw`, {
        config: { WatchlistExpiry: true },
      }),
      block(`user=${tim.name}&reblock=1&watchuser=1&watchlistexpiry=2 years&errorformat=raw`, {
        config: { WatchlistExpiry: true },
      }),
      unblock(`user=${tim.name}`),
    ],
  },
  {
    name: 'says what is wrong with whom it is to unblock',
    fixture: { accounts: [sid, tim], visitors: { sid } },
    steps: [
      unblock('errorformat=raw'),
      unblock(`id=1&user=${tim.name}&errorformat=raw`),
      unblock(`id=1&user=${tim.name}&userid=1`),
      unblock('id=999999&errorformat=raw'),
      unblock('id=999999'),
      unblock('id=x'),
      unblock('id=-5'),
      unblock(`user=${tim.name}&errorformat=raw`),
      unblock('user=Blocks Nobody&errorformat=raw'),
      unblock('user=&errorformat=raw'),
      unblock('user=#999999&errorformat=raw'),
      unblock('userid=999999&errorformat=raw'),
      unblock('user=198.51.100.200&errorformat=raw'),
      unblock('user=198.51.100.0/26&errorformat=raw'),
      unblock('user=a[b'),
    ],
  },
  {
    name: 'lets a blocked administrator do little',
    fixture: { accounts: [sid, sue, tim], visitors: { sid, sue } },
    steps: [
      asked('block', 'sue')(`user=${sid.name}&expiry=2099-01-01&reason=Quarrel`),
      block(`user=${tim.name}&errorformat=raw`),
      unblock(`user=${tim.name}&errorformat=raw`),
      unblock(`user=${tim.name}`),
      unblock('id=999999&format=json'),
      block('user=Blocks Nobody'),
      block('user=198.51.100.200'),
      block(`user=${tim.name}&noemail=1`, { config: { EnableUserEmail: false } }),
      block(`user=${sid.name}&reblock=1&errorformat=raw`, { config: mayNotUnblockSelf }),
      unblock(`user=${sid.name}&errorformat=raw`, { config: mayNotUnblockSelf }),
      block(`user=${sue.name}&expiry=2099-01-01`),
      unblock(`user=${sue.name}`),
      block(`user=${sid.name}&reblock=1&expiry=2099-01-02`),
      unblock(`user=${sid.name}`, { config: mayNotUnblockSelf }),
      asked('block', 'sue')(`user=${sid.name}&partial=1&allowusertalk=1&nocreate=1`),
      block(`user=${tim.name}&expiry=2099-01-01`),
      unblock(`user=${tim.name}`),
      unblock(`user=${sid.name}`),
      block(`user=${sid.name}&expiry=2099-01-01`),
      unblock(`user=${sid.name}`),
    ],
  },
]
