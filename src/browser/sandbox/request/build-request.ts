import { isSecret } from './is-secret.ts'
import type { Param } from './read-query.ts'
import type { ShownModule, ShownParam } from './shown-modules.ts'

/** How a request is sent. */
export type Method = 'GET' | 'POST'

/** Why a request has to be posted: its module wants it, it holds a secret, or it is too long for an address. */
export type PostReason = 'module' | 'secret' | 'length'

/** One parameter of a request that is ready to be sent. */
export interface SentParam {
  readonly name: string
  readonly value: string
  readonly isSecret: boolean
  /** What is known of it; nothing of one that somebody added by hand. */
  readonly shown: ShownParam | undefined
}

/** A request that is ready to be sent. */
export interface SandboxRequest {
  readonly method: Method
  /** Why it cannot be sent by GET, if it cannot. */
  readonly postReason: PostReason | undefined
  readonly params: readonly SentParam[]
}

/** What a request is made of. */
export interface RequestParts {
  readonly modules: readonly ShownModule[]
  /** What is filled in, by name. */
  readonly values: ReadonlyMap<string, string>
  /** Parameters that were added by hand, which win. */
  readonly others: readonly Param[]
  /** What the visitor chose. */
  readonly method: Method
}

/** Longer addresses are cut off by some servers. */
const longestQuery = 6000

/** Makes the request out of what is filled in: of the modules that it asks, and of nothing else. */
export function buildRequest({ modules, values, others, method }: RequestParts): SandboxRequest {
  const shown = new Map(
    modules.flatMap(({ params }) => params.map((param) => [param.name, param] as const)),
  )
  const named = new Map<string, string>()
  for (const name of shown.keys()) {
    const value = values.get(name)
    if (value !== undefined) named.set(name, value)
  }
  for (const [name, value] of others) if (name !== '') named.set(name, value)

  const params = [...named].map(([name, value]): SentParam => {
    const param = shown.get(name)
    return { name, value, isSecret: isSecret(name, param), shown: param }
  })
  const sorted = [...params].sort((one, other) => rank(one) - rank(other))
  const postReason = findPostReason(modules, params)
  return { method: postReason === undefined ? method : 'POST', postReason, params: sorted }
}

function findPostReason(
  modules: readonly ShownModule[],
  params: readonly SentParam[],
): PostReason | undefined {
  if (params.some(({ isSecret }) => isSecret)) return 'secret'
  if (modules.some(({ module }) => module.mustbeposted)) return 'module'
  return lengthOf(params) > longestQuery ? 'length' : undefined
}

/** What is asked, with what, how the answer is to be; a token comes last, so that what was cut off is refused. */
function rank({ name, shown }: SentParam): number {
  if (name === 'action') return 0
  if (shown?.info.tokentype !== undefined || name === 'token') return 4
  if (shown?.module.path === 'main') return 2
  return shown?.module.group === 'format' ? 3 : 1
}

function lengthOf(params: readonly SentParam[]): number {
  return params.reduce(
    (sum, { name, value }) => sum + encodeURIComponent(name + value.toWellFormed()).length + 2,
    0,
  )
}
