import type { ParamSpecs, Params } from '../../params/param-spec.ts'
import type { CacheMode } from '../../result/reply.ts'
import { type Answer, type Call, defineModule, type Module } from '../module.ts'
import type { PageSet } from './page-set.ts'

/** The parameters of a query that name modules, in the order in which those are asked. */
export const queryGroups = ['prop', 'list', 'meta'] as const

/** The parameter of a query that a module is named in. */
export type QueryGroup = (typeof queryGroups)[number]

/** What a part of a query gets to answer. */
export interface QueryCall<Values = Params<ParamSpecs>> extends Call<Values> {
  /** The pages that the query is about. */
  readonly pages: PageSet
  /** Says where the module would go on: with this value of its parameter of that name. */
  goOnWith(param: string, value: string): void
}

/**
 * A part of a query. Its answer's parts become parts of `query`, but those of a `prop` module are
 * found by the key of a page, and become parts of that page.
 */
export interface QueryModule<
  Specs extends ParamSpecs = ParamSpecs,
  Answered extends Answer = Answer,
> extends Module<Specs, Answered> {
  /** Makes the module a generator: finds the titles that the query shall be about. */
  titles?(call: QueryCall<Params<Specs>>): Promise<readonly string[]> | readonly string[]
  /** The most private part of a query decides. */
  readonly cacheMode: CacheMode
  answer(call: QueryCall<Params<Specs>>): Promise<Answered> | Answered
}

/** The modules of a query, by the parameter that names them and by their name. */
export type QueryModules = Readonly<Record<QueryGroup, Readonly<Record<string, QueryModule>>>>

/** A part of a query as it is written. */
export type QueryModuleDeclaration<
  Specs extends ParamSpecs,
  Answered extends Answer = Answer,
> = Pick<QueryModule<Specs, Answered>, 'name' | 'params' | 'answer'> &
  Partial<QueryModule<Specs, Answered>>

/** Makes a part of a query out of its declaration. */
export function defineQueryModule<
  const Specs extends ParamSpecs,
  const Answered extends Answer = Answer,
  const Prefix extends string = '',
>(
  group: QueryGroup,
  declared: QueryModuleDeclaration<Specs, Answered> & { readonly prefix?: Prefix },
): QueryModule<Specs, Answered> & { readonly prefix: Prefix } {
  const { name, params, titles, answer } = declared
  // What is not declared is not in the type either, where it has the same default.
  const prefix = declared.prefix ?? ('' as Prefix)
  return {
    ...defineModule({ name, params, answer: () => undefined }),
    group,
    path: `query+${name}`,
    className: `ApiQuery${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    reads: true,
    cacheMode: 'private',
    generator: titles !== undefined,
    ...declared,
    prefix,
    params,
    answer,
  }
}
