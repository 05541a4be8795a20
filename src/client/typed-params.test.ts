import { it } from 'node:test'
import { defineModule } from '../modules/module.ts'
import type { Client } from './client.ts'

const greet = defineModule({
  name: 'greet',
  params: { whom: { type: 'user', required: true }, loud: { type: 'boolean' } },
  answer: ({ params }) => ({ greeting: `Hello ${params.whom}`, loud: params.loud }),
})

/** Never called: the compiler is the test. */
async function asks(client: Client<{ actions: { greet: typeof greet } }>): Promise<void> {
  await client.get({ action: 'checktoken', type: 'csrf', token: '+\\', maxtokenage: 10 })
  // @ts-expect-error: there is no such type of tokens
  await client.get({ action: 'checktoken', type: 'cookie', token: '+\\' })
  // @ts-expect-error: a token is needed
  await client.get({ action: 'checktoken', type: 'csrf' })
  // @ts-expect-error: no parameter has this name
  await client.get({ action: 'checktoken', type: 'csrf', token: '+\\', maxtokenag: 10 })

  await client.post({ action: 'logout', token: '+\\', assert: 'user' })
  await client.postWithToken('csrf', { action: 'logout' })
  // @ts-expect-error: it says who shall be logged in
  await client.post({ action: 'logout', token: '+\\', assert: 'Alice' })
  // @ts-expect-error: without `postWithToken`, somebody has to bring the token
  await client.post({ action: 'logout' })

  await client.post({ action: 'login', lgname: 'Alice', lgpassword: 'x', lgtoken: '+\\' })
  // @ts-expect-error: its parameters have a prefix
  await client.post({ action: 'login', name: 'Alice' })
  await client.post({ action: 'clientlogin', logintoken: '+\\', username: 'Alice' })

  const { query } = await client.get({ action: 'query', meta: 'tokens', type: ['csrf', 'watch'] })
  const token: string | undefined = query?.tokens?.csrftoken
  // @ts-expect-error: there are no tokens of this type
  query?.tokens?.cookietoken
  // @ts-expect-error: nor can they be asked for
  await client.get({ action: 'query', meta: 'tokens', type: ['cookie'] })
  await client.get({ action: 'query', prop: 'revisions', titles: ['A', 'B'], rvslots: 'main' })

  const { userinfo } = (await client.get({ action: 'query', meta: 'userinfo' })).query ?? {}
  const names: readonly (string | undefined)[] = [userinfo?.name, ...(userinfo?.groups ?? [])]
  // @ts-expect-error: an id is a number
  const id: string | undefined = userinfo?.id

  const { login } = await client.post({ action: 'login', lgname: 'Alice', lgpassword: 'x' })
  if (login.result === 'Success') names.includes(login.lgusername)
  // @ts-expect-error: who has not logged in has no name
  login.lgusername

  const { greeting } = (await client.get({ action: 'greet', whom: 'Bob' })).greet
  // @ts-expect-error: it is a text
  const wrong: number = greeting
  // @ts-expect-error: somebody is to be greeted
  await client.get({ action: 'greet', loud: true })

  const { parse } = await client.get({ action: 'parse', text: "''x''", prop: ['text'] })
  // @ts-expect-error: nothing is known of what other modules answer
  parse.text
  // Parameters that another wiki has more.
  await client.get<string>({ action: 'checktoken', type: 'cookie' })
  void [token, wrong, id]
}

it('lets TypeScript find what is wrong in a request', () => void asks)
