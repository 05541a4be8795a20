import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ModuleInfo, ParamInfo } from '../module-info.ts'
import { buildRequest, type RequestParts } from './build-request.ts'
import type { ShownModule } from './shown-modules.ts'
import { startValues } from './start-values.ts'

function shown(
  path: string,
  params: readonly ParamInfo[],
  parts: Partial<ModuleInfo> = {},
): ShownModule {
  const module = {
    name: path,
    path,
    prefix: '',
    helpurls: [],
    parameters: [],
    templatedparameters: [],
    ...parts,
  }
  return { key: path, module, params: params.map((info) => ({ info, name: info.name, module })) }
}

const text = (name: string): ParamInfo => ({ name, type: 'string' })
const main = shown('main', [text('action'), text('format'), text('uselang')])
const json = shown('json', [text('formatversion')], { group: 'format' })
const token: ParamInfo = { ...text('token'), sensitive: true, tokentype: 'csrf' }
const change = shown('change', [token, text('to')], { mustbeposted: true })

function build(values: Readonly<Record<string, string>>, parts: Partial<RequestParts> = {}) {
  const given = new Map(Object.entries(values))
  return buildRequest({ modules: [main, json], values: given, others: [], method: 'GET', ...parts })
}

describe('a request of the sandbox', () => {
  it('asks first, says then how the answer is to be, and ends with the token', () => {
    const values = { token: 'x', uselang: 'fr', formatversion: '2', to: '1', action: 'change' }
    const { params } = build(values, { modules: [main, change, json] })
    assert.deepEqual(
      params.map(({ name }) => name),
      ['action', 'to', 'uselang', 'formatversion', 'token'],
    )
  })

  it('sends nothing of modules that are not asked any more', () => {
    const { params } = build({ action: 'query', to: '1' })
    assert.deepEqual(
      params.map(({ name }) => name),
      ['action'],
    )
  })

  it('prefers what was added by hand', () => {
    const { params } = build(
      { action: 'a' },
      {
        others: [
          ['action', 'b'],
          ['', 'x'],
          ['more', ''],
        ],
      },
    )
    assert.deepEqual(
      params.map(({ name, value }) => [name, value]),
      [
        ['action', 'b'],
        ['more', ''],
      ],
    )
  })

  it('is posted where an address could not hold it, or must not', () => {
    assert.equal(build({ action: 'query' }).method, 'GET')
    assert.equal(build({ action: 'query' }, { method: 'POST' }).method, 'POST')
    assert.equal(build({ uselang: 'é'.repeat(2000) }).method, 'POST')
    assert.equal(build({ action: 'change' }, { modules: [main, change] }).method, 'POST')
    assert.equal(build({}, { others: [['oldPassword', 'x']] }).method, 'POST')
  })

  it('says why it is posted', () => {
    assert.equal(build({ action: 'query' }, { method: 'POST' }).postReason, undefined)
    assert.equal(build({ uselang: 'é'.repeat(2000) }).postReason, 'length')
    assert.equal(build({ to: '1' }, { modules: [main, change] }).postReason, 'module')
    assert.equal(build({ token: 'x' }, { modules: [main, change] }).postReason, 'secret')
  })

  it('begins with answers that are best read, unless a format is chosen', () => {
    assert.deepEqual(Object.fromEntries(startValues('')), {
      action: 'query',
      format: 'json',
      formatversion: '2',
      errorformat: 'plaintext',
    })
    assert.equal(startValues('#modules=main').get('action'), 'help')
    assert.deepEqual(startValues('#content'), startValues(''))
    assert.equal(startValues('#action=query&errorformat=html').get('errorformat'), 'html')
    assert.equal(startValues('#action=query&format=xml').has('errorformat'), false)
  })
})
