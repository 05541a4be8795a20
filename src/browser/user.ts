import { ApiPromise } from './api-promise.ts'
import type { Page } from './page-data.ts'
import { findSessionId, generateRandomSessionId } from './session-id.ts'

/** Makes `mw.user`: who looks at the page, as the wiki knew when it made it. */
export function makeUser({ config, userOptions, userTokens }: Page, askWho: () => ApiPromise) {
  const getName = (): unknown => config.get('wgUserName')
  const isAnon = (): boolean => getName() === null
  const sessionId = (): string => findSessionId(String(config.get('wgCookiePrefix', '')))
  const pageviewToken = generateRandomSessionId()
  let asked: ApiPromise | undefined

  return {
    options: userOptions,
    tokens: userTokens,
    generateRandomSessionId,
    sessionId,
    getName,
    isAnon,
    getPageviewToken: () => pageviewToken,
    getId: () => config.get('wgUserId') || 0,
    isTemp: () => Boolean(config.get('wgUserIsTemp')),
    isNamed: () => !isAnon() && !config.get('wgUserIsTemp'),
    id: () => getName() || sessionId(),

    /** When the account was made: `null` if nobody knows, `false` if there is none. */
    getRegistration(): Date | false | null {
      if (isAnon()) return false
      const registration = config.get('wgUserRegistration')
      return registration ? new Date(Number(registration)) : null
    },

    getGroups(callback?: (groups: unknown) => unknown): ApiPromise {
      const promise = new ApiPromise(({ resolve }) => resolve(config.get('wgUserGroups', [])))
      return callback ? promise.then(callback) : promise
    },

    /** What the visitor may do, which the wiki is asked for once. */
    getRights(callback?: (rights: unknown) => unknown): ApiPromise {
      asked ??= askWho()
      const promise = asked.then(
        ({ rights }: { readonly rights: unknown }) => rights,
        () => [],
      )
      return callback ? promise.then(callback) : promise
    },
  }
}
