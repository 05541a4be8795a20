import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ModuleInfo } from '../module-info.ts'
import { buildRequest } from '../request/build-request.ts'
import { m3api } from './m3api.ts'
import { php } from './php.ts'
import { python } from './python.ts'
import { url } from './url.ts'

const apiUrl = 'https://wiki.example/api.php'

function requestWith(tokentype: string) {
  const info = { name: 'token', type: 'string', sensitive: true, tokentype }
  const module: ModuleInfo = {
    ...{ name: 'change', path: 'change', prefix: '', helpurls: [], templatedparameters: [] },
    parameters: [info],
  }
  const modules = [{ key: 'change', module, params: [{ info, name: 'token', module }] }]
  const values = new Map([['token', '123ABC']])
  const request = buildRequest({ modules, values, others: [['title', 'a&b']], method: 'GET' })
  return { ...request, apiUrl }
}

describe('a request that is shown', () => {
  it('is an address, and what is to be filled in stands readable between < and >', () => {
    assert.equal(url.make(requestWith('csrf')), `${apiUrl}\n\ntitle=a%26b&token=<token>`)
  })

  it('says in a program that it is nobody, unless it is about to log in', () => {
    for (const { make } of [m3api, php, python]) {
      assert.match(make(requestWith('csrf')), /^(?:<\?php\n\n)?(?:#|\/\/) This runs as nobody/)
      assert.doesNotMatch(make(requestWith('login')), /nobody/)
    }
  })
})
