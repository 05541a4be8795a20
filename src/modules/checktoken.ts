import { unixSeconds } from '../clock.ts'
import { message } from '../messages/message.ts'
import { warning } from '../result/problem.ts'
import { tokenMatches, tokenSeconds } from '../session/token.ts'
import { tokenTypes } from '../session/token-types.ts'
import { isoSeconds } from './iso-seconds.ts'
import { defineModule } from './module.ts'

/** Tells whether a token is still good, without using it up. */
export const checktoken = defineModule({
  name: 'checktoken',
  className: 'ApiCheckToken',
  examples: [
    {
      query: 'action=checktoken&type=csrf&token=123ABC',
      summary: 'apihelp-checktoken-example-simple',
      answer: { checktoken: { result: 'invalid' } },
    },
  ],
  since: '1.25',
  links: [{ target: 'mw:API:Tokens', summary: 'apihelp-checktoken-link-tokens' }],
  reads: true,
  params: {
    type: { type: tokenTypes, required: true },
    token: { type: 'string', required: true, sensitive: true },
    maxtokenage: { type: 'integer' },
  },

  answer({ params, session, user, clock, reply }) {
    const { type, token, maxtokenage } = params
    const made = tokenSeconds(token)
    const generated = made === undefined ? undefined : isoSeconds(made)
    if (!tokenMatches({ session, isRegistered: user.isRegistered }, type, token)) {
      if (token.endsWith(' \\')) {
        // The client did not encode the plus sign, which then came as a space.
        const text = message('apiwarn-checktoken-percentencoding')
        reply.warn(warning('checktoken', text))
      }
      return { result: 'invalid', generated }
    }
    const oldest = maxtokenage === undefined ? undefined : BigInt(unixSeconds(clock)) - maxtokenage
    const expired = made !== undefined && oldest !== undefined && made < oldest
    return { result: expired ? 'expired' : 'valid', generated }
  },
})
