import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, stoppedWiki } from '../../test/stopped-wiki.ts'
import { readSettings, type SettingsInput } from '../settings/settings.ts'
import { CookieJar, cookieNames } from './cookie-jar.ts'

/** Settings, and the prefix of cookies that follows from them. */
// biome-ignore format: a table
const prefixes: readonly (readonly [settings: SettingsInput, prefix: string])[] = [
  [{},                                                 'wiki'],
  [{ DBname: 'my_wiki' },                              'my_wiki'],
  [{ DBname: 'my-wiki' },                              'my-wiki'],
  [{ CookiePrefix: 'cookies' },                        'cookies'],
  [{ CookiePrefix: '' },                               ''],
  [{ CookiePrefix: `a=b,c;d e+f.g"h'i\\j[k` },         'a_b_c_d_e_f_g_h_i_j_k'],
  [{ CookiePrefix: 'a]b(c)d/e%f' },                    'a]b(c)d/e%f'],
]

describe('the names of cookies', () => {
  for (const [settings, prefix] of prefixes) {
    it(`begin with "${prefix}" for ${JSON.stringify(settings)}`, () => {
      assert.deepEqual(cookieNames(readSettings(settings)), {
        session: `${prefix}_session`,
        botSession: `${prefix}_BPsession`,
        userId: `${prefix}UserID`,
        userName: `${prefix}UserName`,
        token: `${prefix}Token`,
        loggedOut: `${prefix}LoggedOut`,
        block: `${prefix}BlockID`,
      })
    })
  }

  it('can be another for the session alone', () => {
    const { session, botSession } = cookieNames(readSettings({ SessionName: 'sid' }))
    assert.deepEqual([session, botSession], ['sid', 'wiki_BPsession'])
    assert.equal(cookieNames(readSettings({ SessionName: '' })).session, 'wiki_session')
  })

  it('are those under which sessions are sent and found again', async () => {
    const settings = { SessionName: 'sid', CookiePrefix: 'c' }
    await using made = await stoppedWiki({ settings })
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    for (const name of ['sid', 'cUserID', 'cUserName', 'cToken'])
      assert.notEqual(visitor.jar.find(name), undefined, name)
    assert.equal(await visitor.whoAmI(), alice.name)
  })
})

describe('CookieJar', () => {
  it('security 5: takes a cookie that was deleted for none', () => {
    assert.equal(new CookieJar(new Map([['a', 'deleted']])).get('a'), undefined)
  })

  it('deletes only what the client sent, even if it had been deleted', () => {
    const jar = new CookieJar(new Map([['a', 'deleted']]))
    for (const name of ['a', 'b']) jar.delete(name)
    assert.deepEqual(jar.changes, [{ name: 'a', value: undefined }])
  })

  it('says the last word on each cookie, in the order of the last words', () => {
    const jar = new CookieJar(new Map([['a', '1']]))
    jar.set('a', '2')
    jar.set('b', '3', 60)
    jar.delete('a')
    jar.set('c', '4')
    assert.deepEqual(jar.changes, [
      { name: 'b', value: '3', maxAgeSeconds: 60 },
      { name: 'a', value: undefined },
      { name: 'c', value: '4' },
    ])
  })
})
