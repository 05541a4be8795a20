import { unixSeconds } from '../../clock.ts'
import { message } from '../../messages/message.ts'
import { warning } from '../../result/problem.ts'
import { makeToken } from '../../session/token.ts'
import { tokenTypes } from '../../session/token-types.ts'
import { defineModule } from '../module.ts'

/** Gives tokens to who is going to change something. */
export const tokens = defineModule({
  name: 'tokens',
  path: 'query+tokens',
  params: {
    type: { type: tokenTypes, multi: true, all: true, default: 'csrf' },
  },

  answer({ params, session, user, hasCredentials, clock, reply }) {
    if (!hasCredentials) {
      reply.warn(warning('query+tokens', message('apiwarn-tokens-origin')))
      return undefined
    }
    const owner = { session, isRegistered: user.isRegistered }
    const seconds = unixSeconds(clock)
    const made = params.type.map((type) => [`${type}token`, makeToken(owner, type, seconds)])
    return { tokens: Object.fromEntries(made) }
  },
})
