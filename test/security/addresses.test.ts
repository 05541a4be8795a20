import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clientAddress } from '../../src/auth/addresses/client-address.ts'
import { spellAddress } from '../../src/auth/addresses/spell-address.ts'
import { serve } from '../../src/index.ts'
import { alice, stoppedWiki } from '../stopped-wiki.ts'

/** The wiki's own proxies. */
const settings = {
  CdnServers: ['127.0.0.1', '2001:DB8:0:0:0:0:0:5'],
  CdnServersNoPurge: ['10.0.0.0/8', '2001:db8:1::/48'],
}

/** Who sends a request, what it says in X-Forwarded-For, and whom MediaWiki 1.39 takes for the client. */
// biome-ignore format: a table
const requests: readonly (readonly [peer: string, forwardedFor: string | undefined, client: string])[] = [
  ['192.0.2.9',              undefined,                              '192.0.2.9'],
  ['192.0.2.9',              '198.51.100.1',                         '192.0.2.9'],
  ['192.0.2.9',              '198.51.100.1, 127.0.0.1',              '192.0.2.9'],
  ['2001:db8::9',            '198.51.100.1',                         '2001:DB8:0:0:0:0:0:9'],
  ['127.0.0.1',              undefined,                              '127.0.0.1'],
  ['127.0.0.1',              '198.51.100.1',                         '198.51.100.1'],
  ['::ffff:127.0.0.1',       '198.51.100.1',                         '198.51.100.1'],
  ['::1',                    '198.51.100.1',                         '198.51.100.1'],
  ['10.9.8.7',               '198.51.100.1',                         '198.51.100.1'],
  ['::ffff:10.9.8.7',        '198.51.100.1',                         '198.51.100.1'],
  ['2001:db8::5',            '198.51.100.1',                         '198.51.100.1'],
  ['2001:db8:1::ffff',       '198.51.100.1',                         '198.51.100.1'],
  ['2001:db8:2::1',          '198.51.100.1',                         '2001:DB8:2:0:0:0:0:1'],
  ['127.0.0.1',              '203.0.113.1, 198.51.100.1',            '198.51.100.1'],
  ['127.0.0.1',              '127.0.0.1, 198.51.100.1',              '198.51.100.1'],
  ['127.0.0.1',              '198.51.100.1, 10.1.1.1, 10.2.2.2',     '198.51.100.1'],
  ['127.0.0.1',              '198.51.100.1, 010.1.1.1',              '198.51.100.1'],
  ['127.0.0.1',              '198.51.100.1, ::ffff:10.1.1.1',        '198.51.100.1'],
  ['127.0.0.1',              '198.51.100.1, ::1',                    '198.51.100.1'],
  ['127.0.0.1',              '198.51.100.1, 127.0.0.1%lo',           '198.51.100.1'],
  ['127.0.0.1',              '010.1.1.1',                            '10.1.1.1'],
  ['127.0.0.1',              '::FFFF:198.51.100.1',                  '198.51.100.1'],
  ['127.0.0.1',              '::ffff:c633:6401',                     '198.51.100.1'],
  ['127.0.0.1',              'fe80::1%eth0',                         'FE80:0:0:0:0:0:0:1'],
  ['127.0.0.1',              '198.51.100.1, unknown',                '127.0.0.1'],
  ['127.0.0.1',              'garbage, 198.51.100.1',                '198.51.100.1'],
  ['10.9.8.7',               'unknown, 127.0.0.1',                   '127.0.0.1'],
]

/** What no proxy of ours writes, and MediaWiki fails on: then the proxy itself is the client. */
const garbage = [
  '',
  ',',
  ' ',
  'garbage',
  '198.51.100.1:80',
  '[2001:db8::1]',
  '[2001:db8::1]:443',
  '198.51.100.1/24',
]
const more = [
  '198.51.100',
  '198.51.100.256',
  '0x7f.0.0.1',
  '16909060',
  '198.51.100.1;203.0.113.1',
  '1'.repeat(5000),
]

describe('the address of the client', () => {
  for (const [peer, forwardedFor, client] of requests) {
    it(`security 43: is ${client} where ${peer} forwards for ${forwardedFor}`, () => {
      assert.equal(clientAddress(spellAddress(peer) ?? '', forwardedFor, settings), client)
    })
  }

  it('security 43: is that of the proxy, where the proxy names no address', () => {
    for (const forwardedFor of [...garbage, ...more]) {
      for (const chain of [forwardedFor, `198.51.100.1, ${forwardedFor}`])
        assert.equal(clientAddress('10.9.8.7', chain, settings), '10.9.8.7', chain)
    }
  })

  it('security 43: is found in time, however long the chain', () => {
    const chain = `198.51.100.1,${'127.0.0.1,'.repeat(5000)}127.0.0.1`
    assert.equal(clientAddress('127.0.0.1', chain, settings), '198.51.100.1')
    for (const odd of ['0:', '::', '0', '%'])
      assert.equal(clientAddress('127.0.0.1', odd.repeat(8000), settings), '127.0.0.1')
  })

  it('security 43: counts for blocks and bot passwords, of sockets too', async () => {
    await using made = await stoppedWiki({ settings: { CdnServersNoPurge: ['127.0.0.0/8'] } })
    await using server = await serve(made.wiki)
    const name = async (headers: Readonly<Record<string, string>>) => {
      const address = `${server.url}/api.php?action=query&meta=userinfo&format=json`
      const answer: unknown = await (await fetch(address, { headers })).json()
      return Object(answer).query.userinfo.name
    }
    assert.equal(await name({}), '127.0.0.1')
    assert.equal(await name({ 'x-forwarded-for': '203.0.113.1, 198.51.100.1' }), '198.51.100.1')

    const restricted = { bp_restrictions: '{"IPAddresses":["198.51.100.0/24"]}' }
    await made.wiki.database.updateTable('bot_passwords').set(restricted).execute()
    const program = made.visitor()
    const logIn = async (forwardedFor: string) => {
      const form = { lgname: alice.botName, lgpassword: alice.botPassword }
      const lgtoken = await program.token('login')
      const headers = { 'x-forwarded-for': forwardedFor }
      return (await program.ask({ action: 'login', ...form, lgtoken }, headers)).body.login?.result
    }
    assert.equal(await logIn('198.51.100.1, 203.0.113.1'), 'Failed')
    assert.equal(await logIn('::ffff:198.51.100.1'), 'Success')
    // From here it comes without a proxy.
    assert.equal(await program.whoAmI(), undefined)
  })
})
