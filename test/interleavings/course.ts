import { HashQueueFullError } from '../../src/auth/passwords/hash-queue.ts'
import type { Stores } from '../../src/wiki.ts'
import type { Dice } from '../fuzz/dice.ts'
import { type Answer, ask } from './ask.ts'
import { type Browser, names } from './browser.ts'
import { heldStores } from './held-stores.ts'
import { cookiesSet, judge, lookBefore, sessionsOf } from './judge.ts'
import { type Deeds, type Ledger, noDeeds } from './ledger.ts'
import { TokenBook } from './token-book.ts'
import { watchedStores } from './watched-stores.ts'
import type { Beginning, World } from './world.ts'

/** Where somebody waits for a turn. */
export type Stop = (where: string) => Promise<void>

/** Who is there in a schedule, and what it is decided and told by. */
interface CourseParts extends Beginning {
  readonly dice: Dice
  readonly tell: (step: string) => void
}

/** The course of one schedule: asks the wiki, and has every answer judged. */
export class Course {
  readonly tokens = new TokenBook()
  readonly #world: World
  readonly #stores: Stores
  readonly #ledger: Ledger
  readonly #dice: Dice
  readonly #tell: (step: string) => void

  constructor(world: World, { stores, ledger, browsers, dice, tell }: CourseParts) {
    this.#world = world
    this.#stores = stores
    this.#ledger = ledger
    this.#dice = dice
    this.#tell = tell
    for (const { jar, tokens } of browsers) {
      const ids = [jar.find(names.session), jar.find(names.botSession)]
      const sessions = ids.filter((id) => id !== undefined)
      for (const token of tokens.values()) this.tokens.note(token, sessions)
    }
  }

  /** The stores, for a request or for one command, of which every call stops. */
  stores(stop: Stop, deeds: Deeds = noDeeds()): Stores {
    return heldStores(watchedStores(this.#stores, this.#ledger, deeds), stop)
  }

  async ask(
    browser: Browser,
    form: Readonly<Record<string, string>>,
    stop: Stop = async () => undefined,
  ): Promise<Answer> {
    const deeds = noDeeds()
    const before = lookBefore(browser, this.#ledger)
    const wiki = {
      ...this.#world.wiki,
      random: (count: number) => this.#dice.bytes(count),
      log: (error: unknown) => this.#noteError(error),
      stores: this.stores(stop, deeds),
    }
    const answer = await ask(wiki, browser, form)
    this.#tell(`${browser.who} is answered ${spell(answer)}`)
    this.#noteTokens(browser, answer, before.sessions)
    const breaches = judge({
      ...{ form, answer, before, deeds, ledger: this.#ledger },
      givenTo: this.tokens.sessionsOf(form['token'] ?? ''),
    })
    this.#ledger.breaches.push(...breaches.map((breach) => `${browser.who}: ${breach}`))
    return answer
  }

  #noteError(error: unknown): void {
    // That is how it has been set up, and as good a refusal as any.
    if (!(error instanceof HashQueueFullError)) this.#ledger.breaches.push(String(error))
  }

  #noteTokens({ tokens }: Browser, answer: Answer, sent: ReadonlySet<string>): void {
    for (const [name, token] of Object.entries(answer.body.query?.tokens ?? {})) {
      tokens.set(name.replace(/token$/, ''), token)
      this.tokens.note(token, sent.union(sessionsOf(cookiesSet(answer))))
    }
  }
}

function spell({ error, body, setCookies }: Answer): string {
  const cookies = setCookies.map((cookie) => cookie.split(';')[0])
  return [error ?? JSON.stringify(body), ...cookies].join(' ')
}
