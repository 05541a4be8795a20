import assert from 'node:assert/strict'
import type { BrowserContext } from 'playwright-core'
import type { Person } from './site.ts'

/** Logs somebody in to the wiki of this address, without a page. */
export async function logIn(
  { request }: BrowserContext,
  wiki: string,
  { name, password }: Person,
): Promise<void> {
  const ask = async (form: Readonly<Record<string, string>>) => {
    const all = { format: 'json', formatversion: '2', ...form }
    const answer = await request.post(`${wiki}/api.php`, { form: all })
    return answer.json()
  }
  const { query } = await ask({ action: 'query', meta: 'tokens', type: 'login' })
  const lgtoken: string = query.tokens.logintoken
  const { login } = await ask({ action: 'login', lgname: name, lgpassword: password, lgtoken })
  assert.equal(login.result, 'Success')
}
