import { canonicalUserName, isCreatableUserName } from '../auth/names/user-name.ts'
import { passwordFlaws } from '../auth/passwords/password-policy.ts'
import { escapeWikitext } from '../messages/say.ts'
import type { Params } from '../params/param-spec.ts'
import { ApiError } from '../result/api-error.ts'
import { listOf } from '../result/value.ts'
import { helpUrl } from './documentation/help-url.ts'
import { type Call, defineModule } from './module.ts'

const params = {
  password: { type: 'password', required: true, posted: true },
  user: { type: 'user', forms: ['name', 'id'] },
  email: { type: 'string' },
  realname: { type: 'string' },
} as const

type ValidateCall = Call<Params<typeof params>>

/** Tells what the wiki has against a password, of who asks or of an account that is yet to be made. */
export const validatepassword = defineModule({
  name: 'validatepassword',
  className: 'ApiValidatePassword',
  helpUrls: [helpUrl('Validatepassword')],
  examples: [
    {
      query: 'action=validatepassword&password=foobar',
      summary: 'apihelp-validatepassword-example-1',
      answer: {
        validatepassword: {
          validity: 'Change',
          validitymessages: listOf('error', [
            {
              message: 'passwordincommonlist',
              params: listOf('param', []),
              code: 'passwordincommonlist',
              type: 'error',
            },
          ]),
        },
      },
    },
    {
      query: 'action=validatepassword&password=a%20rarer%20word&user=Newcomer',
      summary: 'apihelp-validatepassword-example-2',
      answer: { validatepassword: { validity: 'Good' } },
    },
  ],
  since: '1.29',
  errors: [{ key: 'apierror-baduser', params: ['user', { name: 'user' }] }, { key: 'userexists' }],
  reads: true,
  mustBePosted: true,
  params,

  async answer(call) {
    const { params, settings, reply } = call
    const flaws = await passwordFlaws(params.password, await findOwner(call), settings)
    if (flaws.length === 0) return { validity: 'Good' }

    const { formatter } = reply
    const reasons = flaws.map(({ why }) => formatter.status(why.key, why))
    return {
      validity: flaws.some(({ fatal }) => fatal) ? 'Invalid' : 'Change',
      validitymessages: listOf(formatter.statusTag, reasons),
    }
  },
})

/** Whose password it would be: policies are about names and groups. */
async function findOwner({ params, user, settings, sources }: ValidateCall) {
  if (params.user === undefined) return { name: user.name, groups: await user.groups() }

  const name = canonicalUserName(params.user)
  if (name === undefined || !isCreatableUserName(name, settings)) {
    throw new ApiError('validatepassword', 'apierror-baduser', {
      params: ['user', escapeWikitext(params.user)],
    })
  }
  if ((await sources.accounts.findByName(name)) !== undefined) {
    throw new ApiError('validatepassword', 'userexists')
  }
  return { name, groups: ['*'] }
}
