import type { AuthAnswer, Visitor } from './visitor.ts'

/** A password that no policy minds. */
export const newPassword = 'amber-thistle-canoe'

/** Takes one step of making an account: begins, unless the fields say to go on. */
export async function create(
  visitor: Visitor,
  fields: Readonly<Record<string, string>>,
): Promise<AuthAnswer> {
  const { body, error } = await visitor.ask({
    action: 'createaccount',
    createtoken: await visitor.token('createaccount'),
    createmessageformat: 'none',
    ...('createcontinue' in fields ? {} : { createreturnurl: 'http://127.0.0.1/' }),
    ...fields,
  })
  if (body.createaccount === undefined) throw new Error(`Cannot make an account: ${error}`)
  return body.createaccount
}

/** The fields of an account with a password. */
export function withPassword(username: string): Readonly<Record<string, string>> {
  return { username, password: newPassword, retype: newPassword }
}
