import type { AuthAnswer, Visitor } from './visitor.ts'

/** Takes a step of `action=clientlogin`: the first, unless the form says that it goes on. */
export async function takeStep(
  visitor: Visitor,
  form: Readonly<Record<string, string>>,
  config: object = {},
): Promise<AuthAnswer> {
  const logintoken = await visitor.token('login')
  const begin = 'logincontinue' in form ? {} : { loginreturnurl: 'http://127.0.0.1/' }
  const { body } = await visitor.ask(
    { action: 'clientlogin', logintoken, ...begin, ...form },
    { 'x-test-config': JSON.stringify(config) },
  )
  if (body.clientlogin === undefined) {
    throw new Error(`Cannot take a step of a login: ${JSON.stringify(body)}`)
  }
  return body.clientlogin
}
