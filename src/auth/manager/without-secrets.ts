import type { AuthContext } from './auth-context.ts'
import type { AuthAction, FieldValues, Submission } from './auth-request.ts'
import { requestsFor } from './requests-for.ts'

/** What later steps may be told of the first one: passwords are not kept with a session. */
export async function withoutSecrets(
  submission: Submission,
  action: AuthAction,
  context: AuthContext,
): Promise<Record<string, FieldValues>> {
  const requests = await requestsFor(action, context)
  const secret = new Set(
    requests.flatMap(({ fields }) =>
      Object.keys(fields).filter(
        (name) => fields[name]?.sensitive || fields[name]?.type === 'password',
      ),
    ),
  )
  return Object.fromEntries(
    [...submission].map(([id, values]) => [
      id,
      Object.fromEntries(Object.entries(values).filter(([name]) => !secret.has(name))),
    ]),
  )
}
