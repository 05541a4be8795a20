import { CookieJar } from '../../src/client/cookie-jar.ts'
import type { Visitor } from '../visitor.ts'

/** The names of the cookies that sessions of the wiki `wiki` consist of. */
export const names = {
  session: 'wiki_session',
  botSession: 'wiki_BPsession',
  userId: 'wikiUserID',
  token: 'wikiToken',
} as const

/** Somebody's cookies, and the tokens that were last given for each purpose. */
export class Browser {
  readonly who: string
  readonly jar = new CookieJar()
  readonly tokens: Map<string, string>

  constructor(who: string, cookies: string, tokens: Iterable<[string, string]> = []) {
    this.who = who
    this.tokens = new Map(tokens)
    for (const cookie of cookies.split('; ')) this.jar.obey(cookie)
  }

  /** The same again, which goes its own way from here on. */
  copy(who = this.who): Browser {
    return new Browser(who, this.jar.header() ?? '', this.tokens)
  }
}

/** A browser with the cookies of a visitor, and tokens of its own. */
export async function browserOf(who: string, visitor: Visitor): Promise<Browser> {
  const tokens: [string, string][] = []
  for (const type of ['login', 'csrf']) tokens.push([type, await visitor.token(type)])
  return new Browser(who, visitor.jar.header() ?? '', tokens)
}
