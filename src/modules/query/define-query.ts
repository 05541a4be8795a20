import type { Awaitable } from '../../awaitable.ts'
import type { ParamSpecs, Params } from '../../params/param-spec.ts'
import { readParams } from '../../params/read-params.ts'
import { ApiError } from '../../result/api-error.ts'
import type { Reply } from '../../result/reply.ts'
import { helpUrl } from '../documentation/help-url.ts'
import { type Call, defineModule, type Module } from '../module.ts'
import { Continuation } from './continuation.ts'
import { findPages, noPages, type PageSet, pageSetParams, pagesOfTitles } from './page-set.ts'
import { QueryAnswer } from './query-answer.ts'
import {
  type QueryGroup,
  type QueryModule,
  type QueryModules,
  queryGroups,
} from './query-module.ts'

/**
 * Makes the module `query` of the modules that can be asked through it. A program adds its own:
 * `defineQuery({ ...queryModules, list: { ...queryModules.list, mylist } })`.
 */
export function defineQuery(modules: QueryModules): Module {
  const { prop, list, meta } = modules
  return defineModule({
    name: 'query',
    helpUrls: [helpUrl('Query'), helpUrl('Meta'), helpUrl('Properties'), helpUrl('Lists')],
    examples: [
      {
        query: 'action=query&meta=tokens|userinfo',
        summary: 'apihelp-query-example-tokens',
        answer: {
          batchcomplete: true,
          query: {
            tokens: { csrftoken: '+\\' },
            userinfo: { id: 0, name: '127.0.0.1', anon: true },
          },
        },
      },
      {
        query: 'action=query&meta=siteinfo&siprop=namespaces',
        summary: 'apihelp-query-example-siteinfo',
      },
    ],
    since: '1.8',
    errors: [
      { key: 'apierror-invalidparammix-cannotusewith', params: ['###', '###'] },
      { key: 'apierror-badgenerator-unknown', params: ['###'] },
      { key: 'apierror-badgenerator-notgenerator', params: ['###'] },
      { key: 'apierror-badcontinue' },
    ],
    params: {
      prop: named(prop),
      list: named(list),
      meta: named(meta),
      indexpageids: { type: 'boolean' },
      iwurl: { type: 'boolean' },
      continue: { type: 'string' },
      rawcontinue: { type: 'boolean' },
      ...pageSetParams,
    },
    submodules: { ...prop, ...list, ...meta },
    paramsHere: () => ({ generator: { ...pageSetParams.generator, ...generators(modules) } }),

    // Who may not read the wiki may still take tokens, if that is all that is asked.
    reads({ params, reading: { raw } }) {
      const onlyMeta = Object.keys(params).every(
        (name) => harmless.includes(name) || raw.has(name) === (name === 'meta'),
      )
      return !onlyMeta || requested(modules, params).some(({ reads }) => reads !== false)
    },

    cacheMode({ params, reading }) {
      const all = requested(modules, params)
      const continuation = new Continuation(textOf(params['continue']), all, reading.raw)
      const generator = findGenerator(modules, textOf(params['generator']))
      const asked = all.filter((module) => continuation.needs(module))
      const modes = [...asked, ...(generator ? [generator] : [])].map(({ cacheMode }) => cacheMode)
      return mostPrivateFirst.find((mode) => modes.includes(mode)) ?? 'public'
    },

    async answer(call) {
      const { params, reply, reading } = call
      const asked = requested(modules, params)
      const continuation = new Continuation(params.continue, asked, reading.raw)
      const answer = new QueryAnswer(reply)

      const generator = findGenerator(modules, params.generator)
      let pages = findQueryPages(generator, call, continuation)
      if (pages instanceof Promise) pages = await pages
      answer.describePages(pages, params)

      for (const module of asked) {
        let own = readParams(module, reading)
        if (own instanceof Promise) own = await own
        if (!continuation.needs(module)) continue
        const goOnWith = (param: string, value: string): void =>
          continuation.goOnWith(module, param, value)
        let told = module.answer({ ...call, params: own, pages, goOnWith })
        if (told instanceof Promise) told = await told
        answer.add(module, told)
      }
      sayHowToGoOn(continuation, params, reply)
      return undefined
    },
  })
}

const mostPrivateFirst = ['private', 'anon-public-user-private'] as const

/** Parameters that tell nothing, and that programs add to every query. */
const harmless: readonly string[] = ['indexpageids', 'rawcontinue']

/** A parameter that names modules. */
function named(modules: QueryModules[QueryGroup]) {
  const paths = Object.entries(modules).map(([name, { path }]) => [name, path])
  return { type: Object.keys(modules), multi: true, submodules: Object.fromEntries(paths) } as const
}

/** The modules that can find the pages of a query, as values of a parameter. */
function generators(modules: QueryModules) {
  const all = queryGroups.flatMap((group) => Object.values(modules[group]))
  const found = all.filter(({ generator }) => generator)
  return {
    type: found.map(({ name }) => name),
    submodules: Object.fromEntries(found.map(({ name, path }) => [name, path])),
  }
}

/** The modules that are asked, each once, in the order of the parameters and of their values. */
function requested(modules: QueryModules, params: Params<ParamSpecs>): readonly QueryModule[] {
  // A query asks for them three times, and two flatMap took 0.4 µs each time.
  const asked: QueryModule[] = []
  for (const group of queryGroups) {
    const names: readonly string[] = Array.isArray(params[group]) ? params[group] : []
    for (const name of names) {
      const module = modules[group][name]
      if (module !== undefined) asked.push(module)
    }
  }
  return asked
}

/** The value of one of our parameters, which whoever only has a `Call` does not know to be text. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function findModule(modules: QueryModules, name: string): QueryModule | undefined {
  const group = queryGroups.find((each) => Object.hasOwn(modules[each], name))
  return group && modules[group][name]
}

function findGenerator(modules: QueryModules, name: string | undefined): QueryModule | undefined {
  if (name === undefined) return undefined
  const module = findModule(modules, name)
  if (module?.titles !== undefined) {
    return { ...module, prefix: `g${module.prefix}` }
  }
  const key = module === undefined ? 'unknown' : 'notgenerator'
  throw new ApiError('query', `apierror-badgenerator-${key}`, { params: [name] })
}

/** The pages that are asked for; with a generator, those that it finds, looking at the others. */
function findQueryPages(
  generator: QueryModule | undefined,
  call: Call<Params<typeof pageSetParams>>,
  continuation: Continuation,
): Awaitable<PageSet> {
  if (generator !== undefined) return generatePages(generator, call, continuation)
  return continuation.pagesDone ? noPages : findPages(call)
}

async function generatePages(
  generator: QueryModule,
  call: Call<Params<typeof pageSetParams>>,
  continuation: Continuation,
): Promise<PageSet> {
  const own = await readParams(generator, call.reading)
  if (continuation.pagesDone) return noPages

  const pages = await findPages(call)
  if (generator.titles === undefined) return pages
  const goOnWith = (param: string, value: string): void =>
    continuation.generateWith(generator, param, value)
  return pagesOfTitles(await generator.titles({ ...call, params: own, pages, goOnWith }), call)
}

function sayHowToGoOn(
  continuation: Continuation,
  { rawcontinue }: { rawcontinue: boolean },
  reply: Reply,
): void {
  if (rawcontinue) {
    const raw = continuation.raw()
    if (raw !== undefined) reply.addFirst('query-continue', raw)
    return
  }
  const { batchComplete, values } = continuation.next()
  if (values !== undefined) reply.addFirst('continue', values)
  if (batchComplete) reply.addFirst('batchcomplete', true)
}
