import type { BlockSearch, ListedBlock } from '../../auth/blocks/block-directory.ts'
import { databaseTime, isoTime, readDatabaseTime } from '../../clock.ts'
import { say } from '../../messages/say.ts'
import type { Params } from '../../params/param-spec.ts'
import { ApiError } from '../../result/api-error.ts'
import { annotate, listOf, type ResultObject, type ResultValue } from '../../result/value.ts'
import { helpUrl } from '../documentation/help-url.ts'
import type { Call } from '../module.ts'
import { readHolding } from './blocks/read-holding.ts'
import { restrictionsOf } from './blocks/restrictions-of.ts'
import { checkExclusive, exclusive } from './check-exclusive.ts'
import { defineQueryModule, type QueryCall } from './query-module.ts'

type Property = (
  block: ListedBlock,
  call: Pick<Call, 'settings' | 'language'>,
) => ResultObject | undefined

const isNamed = ({ kind }: ListedBlock): boolean => kind !== 'auto'

/** What can be told of a block, in the order in which it is told; whose address was used is told of none. */
const properties = {
  id: ({ id }) => ({ id }),
  user: (block) => (isNamed(block) ? { user: block.target } : undefined),
  userid: (block) => (isNamed(block) ? { userid: block.targetId } : undefined),
  by: ({ byName }) => ({ by: byName }),
  byid: ({ byId }) => ({ byid: byId }),
  timestamp: ({ made }) => ({ timestamp: isoTime(made) }),
  expiry: ({ expires }) => ({ expiry: expires === undefined ? 'infinity' : isoTime(expires) }),
  reason: ({ reason }, { language }) => ({
    reason: typeof reason === 'string' ? reason : say(reason, language, 'wikitext'),
  }),
  range: (block) =>
    isNamed(block) ? { rangestart: block.range[0], rangeend: block.range[1] } : undefined,
  flags: (block) => ({
    automatic: block.kind === 'auto',
    anononly: block.anonymousOnly,
    nocreate: block.createAccount,
    autoblock: block.autoblock,
    noemail: block.noEmail,
    hidden: block.hidden,
    allowusertalk: block.userTalk,
    partial: !block.sitewide,
  }),
  restrictions: (block, call) => ({ restrictions: restrictionsOf(block, call.settings) }),
} as const satisfies Record<string, Property>

const names = Object.keys(properties) as readonly (keyof typeof properties)[]

const shown = ['account', '!account', 'temp', '!temp', 'ip', '!ip', 'range', '!range'] as const

const params = {
  start: { type: 'timestamp' },
  end: { type: 'timestamp' },
  dir: { type: ['newer', 'older'], default: 'older' },
  ids: { type: 'integer', multi: true },
  users: { type: 'user', multi: true, forms: ['name', 'ip', 'cidr'] },
  ip: { type: 'string' },
  limit: { type: 'limit', default: '10', min: 1, max: 500, highMax: 5000 },
  prop: { type: names, multi: true, default: 'id|user|by|timestamp|expiry|reason|flags' },
  show: { type: shown, multi: true },
  continue: { type: 'string' },
} as const

type BlocksCall = QueryCall<Params<typeof params>>

const module = { path: 'query+blocks', prefix: 'bk' } as const

/** Lists who and what is blocked. */
export const blocks = defineQueryModule('list', {
  ...module,
  name: 'blocks',
  helpUrls: [helpUrl('Blocks')],
  examples: [
    {
      query: 'action=query&list=blocks',
      summary: 'apihelp-query+blocks-example-simple',
    },
    {
      query: 'action=query&list=blocks&bkusers=Alice|Bob',
      summary: 'apihelp-query+blocks-example-users',
      answer: {
        batchcomplete: true,
        query: {
          blocks: listOf('block', [
            {
              ...{ id: 107, user: 'Bob', by: 'Alice', timestamp: '2026-01-01T12:00:00Z' },
              ...{ expiry: 'infinity', reason: 'Vandalism', automatic: false, anononly: false },
              ...{ nocreate: true, autoblock: true, noemail: true, hidden: false },
              ...{ allowusertalk: false, partial: false },
            },
          ]),
        },
      },
    },
  ],
  since: '1.12',
  errors: [
    exclusive(module.prefix, ['users', 'ip']),
    { key: 'apierror-badip' },
    { key: 'apierror-cidrtoobroad', params: ['IPv4', 16] },
    { key: 'apierror-show' },
    { key: 'apierror-badcontinue' },
  ],
  params,

  async answer(call: BlocksCall) {
    const { params, sources } = call
    checkExclusive(module, params, ['users', 'ip'])
    const search = await readSearch(call)
    // One more than are answered shows whether that was all.
    const found = await sources.blockDirectory.search(search, sources.now)
    const next = found[params.limit]
    if (next !== undefined) call.goOnWith('continue', `${databaseTime(next.made)}|${next.id}`)
    const listed = found.slice(0, params.limit).map((block) => describe(block, call))
    return { blocks: listOf('block', listed) }
  },
})

async function readSearch(call: BlocksCall): Promise<BlockSearch> {
  const { params, user, settings } = call
  const from = readContinue(params.continue)
  return {
    newestFirst: params.dir === 'older',
    start: params.start,
    end: params.end,
    from,
    ids: params.ids?.length ? params.ids.map(Number) : undefined,
    targets: params.users?.length ? params.users : undefined,
    holdingFor: readHolding(params.ip, settings),
    ...readShow(params.show),
    seesHidden: await user.may('hideuser'),
    limit: params.limit + 1,
  }
}

function readContinue(given: string | undefined): BlockSearch['from'] {
  if (given === undefined) return undefined

  const [, time = '', id = ''] = /^(\d{14})\|(\d{1,15})$/.exec(given) ?? []
  const made = readDatabaseTime(time)
  if (made === undefined) throw new ApiError('query+blocks', 'apierror-badcontinue')
  return { made, id: Number(id) }
}

function readShow(show: readonly string[] = []) {
  const wanted = (name: string): boolean | undefined => {
    const [yes, no] = [show.includes(name), show.includes(`!${name}`)]
    if (yes && no) throw new ApiError('query+blocks', 'apierror-show')
    return yes || no ? yes : undefined
  }
  return {
    ofAccount: wanted('account'),
    ofAddress: wanted('ip'),
    ofRange: wanted('range'),
    temporary: wanted('temp'),
  }
}

function describe(block: ListedBlock, call: BlocksCall): ResultValue {
  const told = names
    .filter((name) => call.params.prop.includes(name))
    .map((name) => properties[name](block, call))
  return annotate(Object.assign({}, ...told), { arrayType: 'assoc' })
}
