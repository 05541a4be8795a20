import { isTooOften } from '../../auth/rate-limits/rate-limit.ts'
import { verifySecondFactor } from '../../auth/two-factor/verify-second-factor.ts'
import { atLeastOneError, checkAtLeastOne } from '../../modules/check-at-least-one.ts'
import { checkRight } from '../../modules/check-right.ts'
import { defineModule } from '../../modules/module.ts'
import type { Params } from '../../params/param-spec.ts'
import { ApiError } from '../../result/api-error.ts'
import { annotate } from '../../result/value.ts'
import { findAsked } from './find-asked.ts'

const params = {
  user: { type: 'user' },
  totp: { type: 'string', deprecated: true, posted: true },
  data: { type: 'string', posted: true },
} as const

const path = 'oathvalidate'
const codes = ['totp', 'data'] as const

/** Tells whether a code is an account's, for programs that ask for it themselves; it is used up. */
export const oathvalidate = defineModule({
  name: path,
  className: 'MediaWiki\\Extension\\OATHAuth\\Api\\Module\\ApiOATHValidate',
  internal: true,
  since: '1.22',
  examples: [
    {
      query: 'action=oathvalidate&data={"token":"123456"}&token=123ABC',
      summary: 'apihelp-oathvalidate-example-1',
      answer: { oathvalidate: { enabled: true, valid: true, module: 'totp' } },
    },
    {
      query: 'action=oathvalidate&user=Example&data={"token":"123456"}&token=123ABC',
      summary: 'apihelp-oathvalidate-example-2',
    },
  ],
  errors: [
    atLeastOneError('', codes),
    { key: 'apierror-permissiondenied', params: ['###'] },
    { key: 'apierror-ratelimited' },
  ],
  token: 'csrf',
  params,

  async answer(call) {
    checkAtLeastOne({ path, prefix: '' }, call.params, codes)
    await checkRight(call, 'oathauth-api-all', path)
    const { asked, factor } = await findAsked(call)
    if (factor === undefined) return result({ enabled: false, valid: false, module: '' })

    const { sources } = call
    if (await isTooOften('badoath', asked, sources)) {
      throw new ApiError(path, 'apierror-ratelimited')
    }
    const valid = await verifySecondFactor(asked.id, factor, givenCode(call.params), sources)
    return result({ enabled: true, valid, module: 'totp' })
  },
})

function result(told: { enabled: boolean; valid: boolean; module: string }) {
  return annotate(told, { keepBooleans: ['enabled', 'valid'] })
}

/** The code, as it is sent now or as it was once. */
function givenCode({ totp, data }: Params<typeof params>): string {
  if (totp !== undefined) return totp
  const given = readJson(data ?? '')
  const token = typeof given === 'object' && given !== null && 'token' in given ? given.token : ''
  return typeof token === 'string' ? token : ''
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON holds no code.
    return undefined
  }
}
