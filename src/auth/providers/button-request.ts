import type { AuthField, AuthRequest } from '../manager/auth-request.ts'

const id = 'MediaWiki\\Auth\\ButtonAuthenticationRequest'

/** A button that may be pressed instead of filling something in. */
export function buttonRequest(name: string, words: Pick<AuthField, 'label' | 'help'>): AuthRequest {
  return {
    id: `${id}:${name}`,
    required: 'optional',
    provider: { text: id },
    account: { text: `${id}:${name}` },
    fields: { [name]: { type: 'button', ...words } },
  }
}
