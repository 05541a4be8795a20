import { ClientError } from './client-error.ts'
import type { Exchange } from './exchange.ts'
import type { LooseParams } from './param-value.ts'
import { partsOf } from './parts-of.ts'

/** What logging in takes from a client. */
interface Asking {
  get(params: LooseParams): Promise<Exchange>
  post(params: LooseParams): Promise<Exchange>
}

/** Logs in, and gives the answer; throws a `ClientError` with the reason where the wiki says no. */
export async function logIn(name: string, password: string, asking: Asking): Promise<Exchange> {
  const params = { action: 'login', lgname: name, lgpassword: password }
  const first = await asking.post({ ...params, lgtoken: await findToken(asking) })
  const { result, token } = loginOf(first)
  // MediaWiki before 1.27 hands out the token here; so does a wiki that has lost the session meanwhile.
  const needsToken = result === 'NeedToken' && typeof token === 'string'
  const last = needsToken ? await asking.post({ ...params, lgtoken: token }) : first
  checkSuccess(last)
  return last
}

/** The token for it; `undefined` from a wiki that is too old to have such. */
async function findToken(asking: Asking): Promise<string | undefined> {
  const { body } = await asking.get({ action: 'query', meta: 'tokens', type: 'login' })
  const token = partsOf(partsOf(partsOf(body)['query'])['tokens'])['logintoken']
  return typeof token === 'string' ? token : undefined
}

/** What an answer says of a login. */
export function loginOf({ body }: Exchange): Readonly<Record<string, unknown>> {
  return partsOf(partsOf(body)['login'])
}

function checkSuccess(answer: Exchange): void {
  const { result, reason } = loginOf(answer)
  if (result === 'Success') return

  const { code = result, text = reason } = partsOf(reason)
  const said = { code: String(code ?? 'unknown'), text: String(text ?? result) }
  throw new ClientError(said.code, said.text, { problems: [said], ...answer })
}
