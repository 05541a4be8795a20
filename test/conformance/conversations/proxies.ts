import type { Conversation, Step } from '../../../src/compare/conversation.ts'
import { get, post } from '../steps.ts'

const password = 'brisk-harbour-lantern'
const pia = { name: 'Proxies Pia {fresh}', password, groups: ['sysop'] }
const oneAddress = {
  user: pia.name,
  appId: 'near',
  grants: ['basic'],
  ips: ['198.51.100.0/24', '2001:db8::/32'],
  secret: 'secret',
}

const whoAmI = 'action=query&meta=userinfo'
const believes = (...CdnServersNoPurge: readonly string[]) => ({ CdnServersNoPurge })
const here = believes('127.0.0.1')

/** Asks, through proxies that say for whom, who one is. */
const from = (
  forwardedFor: string,
  config: Step['config'] = here,
  differs?: Step['differs'],
): Step =>
  get(whoAmI, {
    headers: { 'x-forwarded-for': forwardedFor },
    ...(config && { config }),
    ...(differs && { differs }),
  })

const proxyItself: Step['differs'] = {
  id: 'no-crash',
  instead: {
    status: 200,
    headers: {},
    body: {
      batchcomplete: true,
      query: { userinfo: { id: 0, name: '<address>', anon: true } },
    },
  },
}

/** Which address counts as the client's behind proxies. */
export const proxies: readonly Conversation[] = [
  {
    name: 'believes the wiki’s own proxies, and nobody else, for whom they ask',
    steps: [
      get(whoAmI, { headers: { 'x-forwarded-for': '192.0.2.1' } }),
      from('192.0.2.1'),
      from(' 192.0.2.1 '),
      from('192.0.2.1', believes('127.0.0.0/8')),
      from('192.0.2.1', believes('::/0', '10.0.0.0/8')),
      from('192.0.2.1', { CdnServers: ['127.0.0.1'] }),
      from('192.0.2.1', { CdnServers: ['127.0.0.0/8'] }),
      from('192.0.2.1', believes('127.0.0.2')),
      from('192.0.2.1, 198.51.100.2'),
      from('192.0.2.1,198.51.100.2 , 127.0.0.1'),
      from('192.0.2.1, 198.51.100.2', believes('127.0.0.1', '198.51.100.0/24')),
      from('192.0.2.1, 198.51.100.2, 203.0.113.3', believes('127.0.0.1', '203.0.113.3')),
      from('10.0.0.1, 198.51.100.2', believes('127.0.0.1', '198.51.100.2')),
      from('10.0.0.1, 198.51.100.2'),
      from('10.0.0.1'),
      from('192.0.2.1, 2001:DB8::5', believes('127.0.0.1', '2001:db8::/32')),
      from('192.0.2.1, 2001:DB8::5', { CdnServers: ['127.0.0.1', '2001:db8::5'] }),
      from('192.0.2.1, 2001:db8::5', { CdnServers: ['127.0.0.1', '2001:DB8:0:0:0:0:0:5'] }),
      from('unknown'),
      from('192.0.2.1, unknown'),
      from('192.0.2.1, unknown, 127.0.0.1'),
      from('garbage, 192.0.2.1'),
      from(',192.0.2.1'),
    ],
  },
  {
    name: 'spells the addresses that proxies tell',
    steps: [
      from('010.1.1.1'),
      from('192.00.002.1'),
      from('192.0.2.1, 010.0.0.5', believes('127.0.0.1', '10.0.0.5')),
      from('::ffff:192.0.2.1'),
      from('::FFFF:192.0.2.1'),
      from('::192.0.2.1'),
      from('::ffff:c000:201'),
      from('0:0:0:0:0:ffff:c000:0201'),
      from('192.0.2.1, ::ffff:127.0.0.1'),
      from('2001:db8::1'),
      from('2001:0db8:0:0::0001'),
      from('2001:db8::1%eth0'),
      from('fe80::1%25'),
      from('192.0.2.1%x'),
      from('192.0.2.1, 127.0.0.1%lo'),
      from('::1'),
      from('192.0.2.1, ::1'),
      from('192.0.2.1, 0:0:0:0:0:0:0:1'),
      from('::'),
    ],
  },
  {
    name: 'takes a proxy that tells no address for the client itself',
    steps: [
      from('', here, proxyItself),
      from('garbage', here, proxyItself),
      from('192.0.2.1:80', here, proxyItself),
      from('[2001:db8::1]', here, proxyItself),
      from('[2001:db8::1]:443', here, proxyItself),
      from('192.0.2.1/24', here, proxyItself),
      from('192.0.2', here, proxyItself),
      from('192.0.2.256', here, proxyItself),
      from('3221225985', here, proxyItself),
      from('192.0.2.1,', here, proxyItself),
    ],
  },
  {
    name: 'lets a bot password be used from its addresses, behind proxies too',
    fixture: { accounts: [pia], botPasswords: [oneAddress] },
    steps: [
      get('action=query&meta=tokens&type=login', {
        remember: { login: 'query.tokens.logintoken' },
      }),
      post(`action=login&lgname=${pia.name}@near&lgpassword={secret}&lgtoken={login}`),
      post(`action=login&lgname=${pia.name}@near&lgpassword={secret}&lgtoken={login}`, {
        headers: { 'x-forwarded-for': '198.51.100.7' },
      }),
      post(`action=login&lgname=${pia.name}@near&lgpassword={secret}&lgtoken={login}`, {
        headers: { 'x-forwarded-for': '::ffff:198.51.100.7' },
        config: here,
      }),
      get(whoAmI, { headers: { 'x-forwarded-for': '198.51.100.8' }, config: here }),
      get(whoAmI, { headers: { 'x-forwarded-for': '2001:db8::1' }, config: here }),
      get(whoAmI, { headers: { 'x-forwarded-for': '198.51.100.7, 192.0.2.1' }, config: here }),
      get(whoAmI, { headers: { 'x-forwarded-for': '198.51.100.7' }, config: here }),
    ],
  },
]
