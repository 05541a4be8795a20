import { randomHex32 } from '../../src/random.ts'
import { sessionHandle } from '../../src/session/session-handle.ts'
import type { Stores } from '../../src/wiki.ts'
import type { Dice } from '../fuzz/dice.ts'
import type { StoppedClock } from '../stopped-clock.ts'
import type { Answer } from './ask.ts'
import { type Browser, names } from './browser.ts'
import { botApp, botSecret, hashOf, people } from './world.ts'

/** With what something is done. */
export interface Doing {
  readonly dice: Dice
  readonly browser: Browser
  readonly browsers: readonly Browser[]
  readonly clock: StoppedClock
  /** The stores, as whoever runs the wiki changes them, step by step. */
  readonly stores: Stores
  /** All tokens that anybody was given. */
  readonly tokens: readonly string[]
  ask(form: Readonly<Record<string, string>>): Promise<Answer>
  /** Waits for its turn. */
  stop(where: string): Promise<void>
}

/** Something that may happen in a schedule, and how often of a hundred times. */
export interface Operation {
  readonly name: string
  readonly often: number
  happen(doing: Doing): Promise<unknown>
}

function somebody(dice: Dice) {
  return dice.chance(60) ? people.alice : people.bob
}

/** What happens in schedules. */
export const operations: readonly [Operation, ...Operation[]] = [
  {
    name: 'asks who it is',
    often: 20,
    happen: ({ ask }) => ask({ action: 'query', meta: 'userinfo' }),
  },
  {
    name: 'asks for tokens',
    often: 10,
    happen: ({ ask, dice }) =>
      ask({ action: 'query', meta: 'userinfo|tokens', type: dice.pick(['csrf', 'login', '*']) }),
  },
  {
    name: 'checks a token',
    often: 6,
    happen: ({ ask, dice, tokens }) =>
      ask({
        ...{ action: 'checktoken', type: dice.pick(['csrf', 'login']) },
        token: dice.pick(tokens) ?? '+\\',
      }),
  },
  {
    name: 'logs in',
    often: 14,
    happen({ ask, dice, browser }) {
      const { name, passwords } = somebody(dice)
      const lgpassword = passwords[dice.chance(80) ? 0 : 1]
      const lgtoken = browser.tokens.get('login') ?? ''
      return ask({ action: 'login', lgname: name, lgpassword, lgtoken })
    },
  },
  {
    name: 'logs in step by step',
    often: 8,
    happen({ ask, dice, browser }) {
      const { name, passwords } = somebody(dice)
      return ask({
        ...{ action: 'clientlogin', loginreturnurl: 'http://127.0.0.1/' },
        ...{ username: name, password: passwords[dice.chance(80) ? 0 : 1] },
        ...(dice.chance(50) && { rememberMe: '1' }),
        logintoken: browser.tokens.get('login') ?? '+\\',
      })
    },
  },
  {
    name: 'logs in as a program',
    often: 8,
    happen({ ask, dice, browser }) {
      const lgname = `${somebody(dice).name}@${botApp}`
      const lgtoken = browser.tokens.get('login') ?? ''
      return ask({ action: 'login', lgname, lgpassword: botSecret, lgtoken })
    },
  },
  {
    name: 'logs out',
    often: 18,
    happen({ ask, dice, browser, tokens }) {
      const own = browser.tokens.get('csrf')
      const token = (dice.chance(85) ? own : dice.pick(tokens)) ?? '+\\'
      return ask({ action: 'logout', token })
    },
  },
  {
    name: 'logs out everywhere',
    often: 6,
    happen: ({ ask, browser }) =>
      ask({ action: 'logout', global: '1', token: browser.tokens.get('csrf') ?? '+\\' }),
  },
  {
    name: 'ends all other sessions',
    often: 8,
    happen: ({ ask, browser }) =>
      ask({ action: 'jetonendsession', others: '1', token: browser.tokens.get('csrf') ?? '+\\' }),
  },
  {
    name: 'ends another session',
    often: 8,
    happen({ ask, dice, browser, browsers }) {
      const { jar } = dice.pick(browsers) ?? browser
      const id = jar.find(names.botSession) ?? jar.find(names.session) ?? ''
      const token = browser.tokens.get('csrf') ?? '+\\'
      return ask({ action: 'jetonendsession', id: sessionHandle(id), token })
    },
  },
  {
    name: 'comes back, remembered',
    often: 6,
    happen({ ask, browser }) {
      browser.jar.remove(names.session)
      return ask({ action: 'query', meta: 'userinfo' })
    },
  },
  {
    name: 'lets time pass',
    often: 6,
    async happen({ stop, clock, dice }) {
      await stop('before time passes')
      clock.pass(dice.pick([1, 1801, 3601]))
    },
  },
  {
    name: 'changes a password',
    often: 4,
    async happen({ stores, dice }) {
      const { id, passwords } = somebody(dice)
      const [old, other] = passwords
      // In this order: who got in by the old password meanwhile has the old token.
      await stores.accounts.replacePasswordHash(id, hashOf(old), hashOf(other))
      await stores.accounts.replaceToken(
        id,
        randomHex32((count) => dice.bytes(count)),
      )
    },
  },
  {
    name: 'revokes a bot password',
    often: 2,
    happen: ({ stores, dice }) => stores.botPasswords.delete(somebody(dice).id, botApp),
  },
]
