import { ClientError } from './client-error.ts'
import type { Exchange } from './exchange.ts'
import { partsOf } from './parts-of.ts'

/** The token in an answer of `meta=tokens`; throws a `ClientError` if there is none of this type. */
export function readToken(answer: Exchange, type: string): string {
  const { query } = partsOf(answer.body)
  if (query === undefined) {
    throw new ClientError('query-missing', 'the wiki has not been asked for tokens', answer)
  }
  const token = partsOf(partsOf(query)['tokens'])[`${type}token`]
  if (typeof token === 'string' && token !== '') return token
  throw new ClientError('token-missing', `the wiki gave no token "${type}"`, answer)
}
