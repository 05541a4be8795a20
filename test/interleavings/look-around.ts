import { Browser, names } from './browser.ts'
import type { Course } from './course.ts'
import { isSurelyKnown } from './judge.ts'
import type { OverSession } from './ledger.ts'
import type { Beginning } from './world.ts'

const whoAmI = { action: 'query', meta: 'userinfo' }

/** Asks, when all is done, with every session that is over, and for everybody who is there. */
export async function lookAround(
  course: Course,
  { stores, ledger, browsers }: Beginning,
): Promise<void> {
  for (const over of ledger.over()) {
    if (!over.isGone) await course.ask(ghostOf(over), whoAmI)
    else if (await stores.sessions.read(over.id)) ledger.breaches.push(`${over.id} is back`)
  }
  for (const browser of browsers) {
    const isKnown = isSurelyKnown(browser, ledger)
    const { body } = await course.ask(browser, whoAmI)
    if (isKnown && body.query?.userinfo?.anon) ledger.breaches.push(`${browser.who} was forgotten`)
  }
}

/** Somebody who still has the cookies of a session that is over. */
function ghostOf({ id, userId, isBot }: OverSession): Browser {
  const cookies = isBot
    ? `${names.botSession}=${id}`
    : `${names.session}=${id}; ${names.userId}=${userId}`
  return new Browser(`the ghost of ${id}`, cookies)
}
