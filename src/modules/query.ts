import { readParams } from '../params/read-params.ts'
import { ApiError } from '../result/api-error.ts'
import { partsOf, type ResultValue } from '../result/value.ts'
import { type Call, defineModule, type Module, type Modules } from './module.ts'
import { siteinfo } from './query/siteinfo.ts'
import { tokens } from './query/tokens.ts'
import { userinfo } from './query/userinfo.ts'

/**
 * What can be asked about the wiki and the visitor, by its name in the parameter `meta`.
 * Each answers with its own parts of `query`.
 */
const meta: Modules = { siteinfo, tokens, userinfo }

/** Asks several things at once. */
export const query = defineModule({
  name: 'query',
  params: {
    prop: { type: [], multi: true },
    list: { type: [], multi: true },
    meta: { type: Object.keys(meta), multi: true },
    indexpageids: { type: 'boolean' },
    continue: { type: 'string' },
    rawcontinue: { type: 'boolean' },
  },

  // Who may not read the wiki may still take tokens, if that is all that is asked.
  reads(call) {
    const asked = requested(call)
    const others = ['prop', 'list', 'continue']
    const onlyMeta = others.every((name) => call.params[name] === undefined) && asked.length > 0
    return !onlyMeta || asked.some(({ reads }) => reads !== false)
  },

  isPublic: (call) => requested(call).every(({ isPublic }) => isPublic === true),

  async answer(call) {
    const { reply, params } = call
    if (params.continue !== undefined && !['', '-||'].includes(params.continue)) {
      throw new ApiError('main', 'apierror-badcontinue')
    }

    const parts: [string, ResultValue][] = []
    for (const module of requested(call)) {
      const own = await readParams(module, call.reading)
      const answer = await module.answer({ ...call, params: own })
      if (answer !== undefined) parts.push(...partsOf(answer))
    }
    if (!params.rawcontinue) reply.addFirst('batchcomplete', true)
    return parts.length === 0 ? undefined : new Map(parts)
  },
})

function requested({ params }: Call): readonly Module[] {
  const names = params['meta']
  return Array.isArray(names) ? names.flatMap((name: string) => meta[name] ?? []) : []
}
