import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createWiki } from '../../index.ts'
import { listOf, type ResultMap } from '../../result/value.ts'
import { modules } from '../index.ts'
import { defineQuery } from './define-query.ts'
import { defineQueryModule } from './query-module.ts'
import { queryModules } from './query-modules.ts'

const fruits = ['Apple', 'Banana', 'Cherry', 'Date', 'Elder']
const limit = { type: 'limit', default: '2', min: 1, max: 50, highMax: 500 } as const

/** Lists fruits, or finds their pages. */
const fruit = defineQueryModule('list', {
  name: 'fruit',
  prefix: 'fr',
  cacheMode: 'public',
  params: { from: { type: 'string', default: '' }, limit },
  answer(call) {
    return { fruit: listOf('f', some(call)) }
  },
  titles: (call) => some(call).map((name) => `talk:${name}`),
})

function some(call: {
  readonly params: { readonly from: string; readonly limit: number }
  goOnWith(param: string, value: string): void
}): readonly string[] {
  const { from, limit: most } = call.params
  const left = fruits.filter((name) => name >= from)
  const next = left[most]
  if (next !== undefined) call.goOnWith('from', next)
  return left.slice(0, most)
}

/** Tells how long the titles of pages are, one page at a time. */
const size = defineQueryModule('prop', {
  name: 'size',
  prefix: 'sz',
  params: { after: { type: 'integer', default: '0' } },
  answer({ pages: { pages }, params, goOnWith }): ResultMap {
    const at = Number(params.after)
    if (at + 1 < pages.length) goOnWith('after', String(at + 1))
    const page = pages[at]
    return new Map(
      page === undefined ? [] : [[String(page.key), { size: page.title?.text.length ?? 0 }]],
    )
  },
})

const wiki = createWiki({
  modules: {
    ...modules,
    query: defineQuery({
      ...queryModules,
      prop: { size },
      list: { ...queryModules.list, fruit },
    }),
  },
})

async function ask(query: string): Promise<unknown> {
  const address = `http://wiki/api.php?action=query&format=json&formatversion=2&${query}`
  const response = await wiki.fetch(new Request(address))
  return response.json()
}

describe('a query with modules of an embedding program', () => {
  it('lists, and goes on where it stopped', async () => {
    assert.deepEqual(await ask('list=fruit'), {
      batchcomplete: true,
      continue: { frfrom: 'Cherry', continue: '-||' },
      query: { fruit: ['Apple', 'Banana'] },
    })
    assert.deepEqual(await ask('list=fruit&frfrom=Date&continue=-||'), {
      batchcomplete: true,
      query: { fruit: ['Date', 'Elder'] },
    })
  })

  it('tells how many `max` is', async () => {
    const answer = await ask('list=fruit&frlimit=max')
    assert.deepEqual(answer, {
      batchcomplete: true,
      limits: { fruit: 50 },
      query: { fruit: fruits },
    })
  })

  it('does not ask again a module that is done', async () => {
    const answer = await ask('list=fruit|users&ususers=Alice&frfrom=Elder&continue=-||users')
    assert.deepEqual(answer, { batchcomplete: true, query: { fruit: ['Elder'] } })
  })

  it('finds its pages by a generator, and goes on with the next pages', async () => {
    assert.deepEqual(await ask('generator=fruit&gfrlimit=1'), {
      batchcomplete: true,
      continue: { gfrfrom: 'Banana', continue: 'gfrfrom||' },
      query: {
        normalized: [{ fromencoded: false, from: 'talk:Apple', to: 'Talk:Apple' }],
        pages: [{ ns: 1, title: 'Talk:Apple', missing: true }],
      },
    })
  })

  it('finds the same pages again until all is told of them', async () => {
    assert.deepEqual(await ask('generator=fruit&prop=size'), {
      continue: { szafter: '1', continue: '||' },
      query: {
        normalized: [
          { fromencoded: false, from: 'talk:Apple', to: 'Talk:Apple' },
          { fromencoded: false, from: 'talk:Banana', to: 'Talk:Banana' },
        ],
        pages: [
          { ns: 1, title: 'Talk:Banana', missing: true },
          { ns: 1, title: 'Talk:Apple', missing: true, size: 5 },
        ],
      },
    })
    const second = await ask('generator=fruit&prop=size&szafter=1&continue=||')
    const { continue: next, batchcomplete } = second as Record<string, unknown>
    assert.deepEqual([next, batchcomplete], [{ gfrfrom: 'Cherry', continue: 'gfrfrom||' }, true])
  })

  it('copies the parameters of the generator while it goes on with what is told', async () => {
    const answer = await ask('generator=fruit&prop=size&gfrfrom=Cherry&continue=gfrfrom||')
    const { continue: next } = answer as Record<string, unknown>
    assert.deepEqual(next, { szafter: '1', gfrfrom: 'Cherry', continue: 'gfrfrom||' })
  })

  it('has them all in `query-continue` for who asks for the old way', async () => {
    const answer = await ask('list=fruit&generator=fruit&prop=size&rawcontinue=1')
    const { 'query-continue': next } = answer as Record<string, unknown>
    const both = { frfrom: 'Cherry', gfrfrom: 'Cherry' }
    assert.deepEqual(next, { fruit: both, size: { szafter: '1' } })
  })

  it('does not find pages, nor tell of them, when all have been told of', async () => {
    const answer = await ask('generator=fruit&prop=size&list=fruit&frfrom=Elder&continue=-||')
    assert.deepEqual(answer, { batchcomplete: true, query: { fruit: ['Elder'] } })
  })

  it('refuses a generator that finds no pages', async () => {
    const answer = await ask('generator=size&errorformat=none')
    const { errors } = answer as Record<string, unknown>
    assert.deepEqual(errors, [{ code: 'badgenerator', module: 'query' }])
  })
})
