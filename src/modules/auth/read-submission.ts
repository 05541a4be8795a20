import type { AuthAction, AuthRequest, Submission } from '../../auth/manager/auth-request.ts'
import { fillIn } from '../../auth/manager/fill-in.ts'
import { requestsFor } from '../../auth/manager/requests-for.ts'
import { showSeparators } from '../../params/clean-text.ts'
import type { RawParams } from '../../params/raw-params.ts'
import { ApiError } from '../../result/api-error.ts'
import type { Call, PossibleError } from '../module.ts'
import { authContext } from './auth-context.ts'

/** What a module says of the fields that it reads. */
export interface SubmissionReading {
  readonly action: AuthAction
  /** The ids of the only requests that count; without them all do. */
  readonly only?: readonly string[] | undefined
  /** The path of the module that reads. */
  readonly module: string
}

/**
 * Reads the fields of the requests that there are for an action. Their names have no prefix, and count as known
 * parameters from then on.
 */
export async function readSubmission<Values>(
  { action, only, module }: SubmissionReading,
  call: Call<Values>,
): Promise<Submission> {
  const all = await requestsFor(action, authContext(call), call.user)
  const requests = only === undefined ? all : all.filter(({ id }) => only.includes(id))
  const { raw } = call.reading
  const sent = readFields(requests, raw)
  checkPosted(requests, raw, module)
  return fillIn(requests, sent)
}

function readFields(requests: readonly AuthRequest[], raw: RawParams): ReadonlyMap<string, string> {
  const names = requests.flatMap(({ fields }) => Object.keys(fields))
  const sent = new Map<string, string>()
  for (const name of names) {
    const value = raw.read(name)
    if (typeof value === 'object') sent.set(name, showSeparators(value.text))
  }
  return sent
}

/** The error of a module that reads fields of which some are secrets. */
export const secretsInAddress: PossibleError = {
  key: 'apierror-mustpostparams',
  params: ['###', '###'],
}

function checkPosted(requests: readonly AuthRequest[], raw: RawParams, module: string): void {
  const fields = requests.flatMap(({ fields }) => Object.entries(fields))
  const secret = new Set(fields.filter(([, { sensitive }]) => sensitive).map(([name]) => name))
  const names = [...secret].filter((name) => raw.isInQuery(name))
  if (names.length === 0) return

  const params = [names.join(', '), names.length]
  throw new ApiError(module, 'apierror-mustpostparams', { params })
}
