import type { PrimaryProvider } from '../src/auth/manager/auth-provider.ts'
import type { AuthRequest } from '../src/auth/manager/auth-request.ts'
import { message } from '../src/messages/message.ts'

/** What examples of modules call the request of a provider that an embedding program brings. */
export const fooRequest: AuthRequest = {
  id: 'FooAuthenticationRequest',
  required: 'primary-required',
  provider: { text: 'Foo' },
  account: { text: null },
  fields: {},
}

/** The service that examples of modules link accounts to. */
export const exampleRequest: AuthRequest = {
  ...fooRequest,
  id: 'ExampleAuthenticationRequest',
  provider: { text: 'Example' },
  fields: {
    provider: {
      type: 'string',
      label: message('authmanager-realname-label'),
      help: message('authmanager-realname-help'),
    },
  },
}

/** A provider with which accounts can be linked at once, and unlinked; whose they are elsewhere is not asked. */
export const exampleProvider: PrimaryProvider = {
  id: 'ExampleProvider',
  requests(action) {
    if (action === 'link') return [exampleRequest]
    return action === 'remove' ? [fooRequest] : []
  },
  beginLogin: async () => ({ status: 'abstain' }),
  beginLink: async (_, submission) =>
    submission.has(exampleRequest.id) ? { status: 'pass' } : { status: 'abstain' },
  checkChange: async ({ request }) => (request.id === fooRequest.id ? [] : undefined),
}
