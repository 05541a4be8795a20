import { ClientError } from './client-error.ts'

/** What posting with a token takes: whose tokens they are, and who posts. */
interface Posting<Answer> {
  getToken(): Promise<string>
  /** Called when the token is found bad. */
  forgetToken(): void
  post(token: string): Promise<Answer>
}

/** Posts with a token, and once more with a new one, should the wiki find it bad. */
export async function postWithToken<Answer>(posting: Posting<Answer>): Promise<Answer> {
  try {
    return await posting.post(await posting.getToken())
  } catch (error) {
    if (!(error instanceof ClientError && error.code === 'badtoken')) throw error
  }
  posting.forgetToken()
  return posting.post(await posting.getToken())
}
