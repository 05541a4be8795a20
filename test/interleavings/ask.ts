import { respond } from '../../src/http/respond.ts'
import type { Wiki } from '../../src/wiki.ts'
import type { Browser } from './browser.ts'

/** What a wiki answered, as far as schedules look. */
export interface Answer {
  readonly status: number
  readonly error: string | undefined
  readonly setCookies: readonly string[]
  readonly body: {
    readonly login?: { readonly result: string; readonly lguserid?: number }
    readonly clientlogin?: { readonly status: string; readonly username?: string }
    readonly checktoken?: { readonly result: string }
    readonly warnings?: readonly { readonly code: string }[]
    readonly query?: {
      readonly userinfo?: { readonly id: number; readonly anon?: true }
      readonly tokens?: Readonly<Record<string, string>>
    }
  }
}

/** Asks below `fetch`, which takes longer than the wiki, and obeys what the answer says of cookies. */
export async function ask(
  wiki: Wiki,
  { jar }: Browser,
  form: Readonly<Record<string, string>>,
): Promise<Answer> {
  const headers: Readonly<Record<string, string | undefined>> = {
    'content-type': 'application/x-www-form-urlencoded',
    cookie: jar.header(),
  }
  const fields = new URLSearchParams({
    ...{ format: 'json', formatversion: '2', errorformat: 'raw' },
    ...form,
  })
  const {
    status,
    headers: sent,
    body,
  } = await respond(wiki, {
    ...{ method: 'POST', target: '/api.php', address: '127.0.0.1' },
    header: (name) => headers[name],
    body: Buffer.from(fields.toString()),
  })
  const all = (name: string) => sent.filter(([other]) => other === name).map(([, value]) => value)
  const setCookies = all('Set-Cookie')
  for (const setCookie of setCookies) jar.obey(setCookie)
  const [error] = all('MediaWiki-API-Error')
  return { status, error, setCookies, body: JSON.parse(String(body)) }
}
