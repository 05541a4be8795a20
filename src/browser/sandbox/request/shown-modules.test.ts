import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ModuleInfo, ParamInfo } from '../module-info.ts'
import { joinValues, splitValues } from './list-values.ts'
import { findShownModules } from './shown-modules.ts'

function moduleOf(path: string, parts: Partial<ModuleInfo> = {}): ModuleInfo {
  const name = path.replace(/^.*\+/, '')
  return { name, path, prefix: '', helpurls: [], parameters: [], templatedparameters: [], ...parts }
}

const text = (name: string): ParamInfo => ({ name, type: 'string' })
const submodules = { allpages: 'query+allpages', tokens: 'query+tokens' }

const modules = new Map(
  [
    moduleOf('main', {
      parameters: [
        {
          name: 'action',
          type: ['help', 'query'],
          default: 'help',
          submodules: { help: 'help', query: 'query' },
        },
      ],
    }),
    moduleOf('help'),
    moduleOf('query', {
      parameters: [
        { name: 'list', type: ['allpages', 'tokens'], multi: true, submodules },
        { name: 'generator', type: ['allpages'], submodules, submoduleparamprefix: 'g' },
      ],
    }),
    moduleOf('query+allpages', { prefix: 'ap', parameters: [text('from')] }),
  ].map((module) => [module.path, module] as const),
)
const known = { modules, fields: new Map() }

function namesOf(values: Readonly<Record<string, string>>): readonly string[] {
  const shown = findShownModules(new Map(Object.entries(values)), known)
  return shown.modules.flatMap(({ params }) => params.map(({ name }) => name))
}

describe('the modules that a request asks', () => {
  it('are those that its parameters name, or their defaults', () => {
    assert.deepEqual(namesOf({}), ['action'])
    assert.deepEqual(namesOf({ action: 'query' }), ['action', 'list', 'generator'])
  })

  it('have their prefix, and as a generator another one besides', () => {
    const names = namesOf({ action: 'query', list: 'allpages', generator: 'allpages' })
    assert.deepEqual(names, ['action', 'list', 'generator', 'apfrom', 'gapfrom'])
  })

  it('are learned of only if the wiki named them', () => {
    const asked = new Map([
      ['action', 'query'],
      ['list', 'tokens|constructor|<b>|__proto__|tokens'],
    ])
    assert.deepEqual(findShownModules(asked, known).missing, ['query+tokens'])
    assert.deepEqual(namesOf({ action: 'toString' }), ['action'])
  })

  it('have a parameter for each value that fills its place in a name', () => {
    const main = moduleOf('main', {
      parameters: [{ ...text('fruit'), multi: true }],
      templatedparameters: [
        {
          ...text('{fruit}-{kind}-colour'),
          templatevars: { fruit: 'fruit', kind: '{fruit}-kinds' },
        },
        { ...text('{fruit}-kinds'), multi: true, templatevars: { fruit: 'fruit' } },
      ],
    })
    const values = new Map([
      ['fruit', 'apple|{fruit}|$&'],
      ['apple-kinds', 'red'],
    ])
    const shown = findShownModules(values, {
      modules: new Map([['main', main]]),
      fields: new Map(),
    })
    const names = shown.modules.flatMap(({ params }) => params.map(({ name }) => name))
    assert.deepEqual(names, ['fruit', 'apple-kinds', '$&-kinds', 'apple-red-colour'])
  })
})

describe('several values', () => {
  it('are separated by U+001F where one has a "|"', () => {
    assert.deepEqual(splitValues('a||b'), ['a', '', 'b'])
    assert.deepEqual(splitValues(''), [])
    assert.equal(joinValues(['a', 'b']), 'a|b')
    assert.equal(joinValues(['a|b', 'c']), '\u001fa|b\u001fc')
    assert.deepEqual(splitValues('\u001fa|b\u001fc'), ['a|b', 'c'])
  })
})
