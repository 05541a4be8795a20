import { unixSeconds } from '../../clock.ts'
import { message } from '../../messages/message.ts'
import { warning } from '../../result/problem.ts'
import { annotate } from '../../result/value.ts'
import { makeToken } from '../../session/token.ts'
import { type TokenType, tokenTypes } from '../../session/token-types.ts'
import { helpUrl } from '../documentation/help-url.ts'
import { defineQueryModule } from './query-module.ts'

/** Gives tokens to who is going to change something. */
export const tokens = defineQueryModule('meta', {
  name: 'tokens',
  helpUrls: [helpUrl('Tokens')],
  examples: [
    {
      query: 'action=query&meta=tokens',
      summary: 'apihelp-query+tokens-example-simple',
      answer: { batchcomplete: true, query: { tokens: { csrftoken: '+\\' } } },
    },
    {
      query: 'action=query&meta=tokens&type=watch|patrol',
      summary: 'apihelp-query+tokens-example-types',
    },
  ],
  since: '1.24',
  reads: false,
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
    const made = params.type.map((type): [`${TokenType}token`, string] => [
      `${type}token`,
      makeToken(owner, type, seconds),
    ])
    return { tokens: annotate(new Map(made), { arrayType: 'assoc' }) }
  },
})
