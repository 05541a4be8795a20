import {
  botLogIn,
  findBotCredentials,
  type GivenCredentials,
} from '../auth/bot-passwords/bot-log-in.ts'
import { inOne } from '../auth/manager/auth-response.ts'
import { fillIn } from '../auth/manager/fill-in.ts'
import { beginLogin } from '../auth/manager/log-in-flow.ts'
import { requestsFor } from '../auth/manager/requests-for.ts'
import { unixSeconds } from '../clock.ts'
import { type Message, type MessageKey, message } from '../messages/message.ts'
import type { Params } from '../params/param-spec.ts'
import { warning } from '../result/problem.ts'
import type { ResultValue } from '../result/value.ts'
import type { SessionUser } from '../session/session-users.ts'
import { makeToken, tokenMatches } from '../session/token.ts'
import { codeOf } from './auth/spell-reasons.ts'
import { helpUrl } from './documentation/help-url.ts'
import { type Call, defineModule } from './module.ts'

const params = {
  name: { type: 'string' },
  password: { type: 'password', posted: true },
  domain: { type: 'string' },
  token: {
    type: 'string',
    sensitive: true,
    posted: true,
    words: message('api-help-param-token', 'login'),
  },
} as const

/** Logs in with a bot password, or, as MediaWiki still allows, with an account's own. */
export const login = defineModule({
  name: 'login',
  helpUrls: [helpUrl('Login')],
  since: '1.8',
  examples: [
    {
      query: 'action=login&lgname=user&lgpassword=password&lgtoken=123ABC',
      summary: 'apihelp-login-example-login',
      answer: { login: { result: 'Success', lguserid: 1, lgusername: 'User' } },
    },
  ],
  prefix: 'lg',
  writes: true,
  mustBePosted: true,
  params,

  async answer(call): Promise<LoginAnswer> {
    const { session, hasCredentials } = call
    if (!hasCredentials) return refuse(call, 'Aborted', 'api-login-fail-sameorigin')

    session.persist()
    if (session.kind === 'bot password') {
      const provider = 'MediaWiki\\Session\\BotPasswordSessionProvider sessions'
      const why = message('api-login-fail-badsessionprovider', provider)
      return { result: 'Aborted', reason: reason(call, why) }
    }
    return checkToken(call) ?? logInAs(call)
  },
})

type LoginCall = Call<Params<typeof params>>

type LoginAnswer =
  | { readonly result: 'Success'; readonly lguserid: number; readonly lgusername: string }
  | { readonly result: 'Aborted' | 'Failed'; readonly reason: ResultValue }
  | { readonly result: 'NeedToken'; readonly token: string }
  | { readonly result: 'WrongToken' }

/** The answer to a client that has no good token, or `undefined` if it has one. */
function checkToken(call: LoginCall): LoginAnswer | undefined {
  const { session, clock, params } = call
  const isNew = session.findTokenSecret('login') === undefined
  const owner = { session, isRegistered: false }
  if (!params.token) {
    const token = makeToken(owner, 'login', unixSeconds(clock))
    deprecate(call, 'apiwarn-deprecation-login-token', 'action=login&!lgtoken')
    return { result: 'NeedToken', token }
  }
  if (isNew) {
    // Makes the secret, so that the next token can be good.
    session.tokenSecret('login')
    const why = message('authpage-cannot-login-continue')
    return { result: 'Failed', reason: reason(call, why, 'sessionlost') }
  }
  return tokenMatches(owner, 'login', params.token) ? undefined : { result: 'WrongToken' }
}

async function logInAs(call: LoginCall): Promise<LoginAnswer> {
  const { params, settings, session, sources } = call
  const given = { name: params.name ?? '', password: params.password ?? '' }
  const forBot = settings.EnableBotPasswords
    ? findBotCredentials(given, settings.UserrightsInterwikiDelimiter)
    : undefined
  if (forBot !== undefined) {
    const bot = await botLogIn(forBot, sources)
    if (bot.outcome === 'failed') return { result: 'Failed', reason: reason(call, bot.why) }
    if (bot.outcome === 'success') {
      session.beginBotSession(bot.account, bot.botPassword)
      return success(bot.account)
    }
  }
  return logInWithAccount(given, call)
}

async function logInWithAccount(given: GivenCredentials, call: LoginCall): Promise<LoginAnswer> {
  const { settings, session, sources } = call
  const context = { ...sources, session }
  // MediaWiki remembers whoever logs in here, unless the wiki remembers nobody.
  const remember = settings.ExtendedLoginCookieExpiration !== 0
  const sent = new Map([
    ['username', given.name],
    ['password', given.password],
    ...(remember ? [['rememberMe', '1'] as const] : []),
  ])
  const submission = fillIn(await requestsFor('login', context), sent)
  const response = await beginLogin(submission, undefined, context)
  switch (response.status) {
    case 'PASS': {
      const key = settings.EnableBotPasswords
        ? 'apiwarn-deprecation-login-botpw'
        : 'apiwarn-deprecation-login-nobotpw'
      deprecate(call, key, 'main-account-login')
      return success(session.user)
    }
    case 'FAIL': {
      const why = inOne(response.why)
      return { result: 'Failed', reason: reason(call, why, codeOf(why)) }
    }
    default: {
      // This module cannot ask a person anything; `action=clientlogin` can.
      const key = settings.EnableBotPasswords
        ? 'api-login-fail-aborted'
        : 'api-login-fail-aborted-nobotpw'
      return refuse(call, 'Aborted', key)
    }
  }
}

function success(user: SessionUser | undefined): LoginAnswer {
  return { result: 'Success', lguserid: user?.id ?? 0, lgusername: user?.name ?? '' }
}

function refuse(call: LoginCall, result: 'Aborted' | 'Failed', key: MessageKey): LoginAnswer {
  return { result, reason: reason(call, message(key)) }
}

function reason({ reply }: LoginCall, why: Message, code: string = why.key) {
  return reply.formatter.reason(code, why)
}

function deprecate({ reply }: LoginCall, key: MessageKey, feature: string): void {
  reply.warn(warning('login', message(key), { code: 'deprecation', data: { feature } }))
  const help = message('api-usage-mailinglist-ref')
  reply.warn(warning('main', help, { code: 'deprecation-help' }))
}
