import { createWiki, type OpenWiki } from '../../src/index.ts'
import { extensionNames } from '../../src/settings/extensions.ts'
import { StoppedClock } from '../stopped-clock.ts'
import { alice } from '../stopped-wiki.ts'
import { Visitor } from '../visitor.ts'
import { Dice } from './dice.ts'
import { everyType } from './every-type.ts'
import type { Secrets } from './odd-request.ts'
import { type PageForm, readPageForms } from './page-form.ts'

/** A wiki to be asked oddly, with all that is the same again for the same seed. */
export interface FuzzWiki {
  readonly wiki: OpenWiki
  readonly clock: StoppedClock
  readonly secrets: Secrets
  /** What the pages let each visitor fill in. */
  readonly forms: readonly PageForm[]
}

/** Makes a wiki with a few accounts, and visitors of every kind. */
export async function fuzzWiki(
  seed: number,
  log: (error: unknown) => void,
): Promise<FuzzWiki & AsyncDisposable> {
  const clock = new StoppedClock()
  const dice = new Dice(seed)
  const wiki = createWiki({
    ...{ clock, log, testMode: true },
    random: (count) => dice.bytes(count),
    modules: { everytype: everyType },
    settings: { Extensions: extensionNames },
  })
  await wiki.createAccount({ name: alice.name, password: alice.password, groups: ['sysop', 'bot'] })
  await wiki.createBotPassword({
    ...{ user: alice.name, appId: 'sweeper', password: alice.botPassword },
    grants: ['basic', 'highvolume'],
  })

  const visitors = Array.from({ length: 4 }, () => new Visitor(wiki.fetch))
  const [owner, bot, gone] = visitors
  await owner?.logIn(alice.name, alice.password)
  await bot?.logIn(alice.botName, alice.botPassword)
  await gone?.logIn(alice.name, alice.password)
  const tokens: string[] = []
  for (const visitor of visitors) {
    tokens.push(await visitor.token('login'), await visitor.token('csrf'))
  }
  const cookies = visitors.map(({ jar }) => jar.header() ?? '')
  const forms = await readPageForms(wiki, visitors)
  await gone?.logOut()
  const close = () => wiki.close()
  return { wiki, clock, secrets: { cookies, tokens }, forms, [Symbol.asyncDispose]: close }
}
