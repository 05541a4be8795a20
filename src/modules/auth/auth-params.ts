import type { AuthAction } from '../../auth/manager/auth-request.ts'
import { type Message, message } from '../../messages/message.ts'
import type { TokenType } from '../../session/token-types.ts'
import { messageFormats } from './spell-message.ts'

/** The parameters that modules of authentication share; each module takes those that it has. */
export function authParams(action: AuthAction | '') {
  return {
    requests: {
      type: 'string',
      multi: true,
      words: message('api-help-authmanagerhelper-requests', action),
    },
    request: {
      type: 'string',
      required: true,
      words: message('api-help-authmanagerhelper-request', action),
    },
    messageformat: {
      type: messageFormats,
      default: 'wikitext',
      words: message('api-help-authmanagerhelper-messageformat'),
    },
    mergerequestfields: {
      type: 'boolean',
      words: message('api-help-authmanagerhelper-mergerequestfields'),
    },
    preservestate: {
      type: 'boolean',
      words: message('api-help-authmanagerhelper-preservestate'),
    },
    returnurl: { type: 'string', words: message('api-help-authmanagerhelper-returnurl') },
    continue: { type: 'boolean', words: message('api-help-authmanagerhelper-continue') },
  } as const
}

/** What is said of the fields that a module reads, whichever requests there are for an action. */
export function authFields(action: AuthAction): Message {
  return message('api-help-authmanagerhelper-additional-params', action)
}

/** How a module is used that may take several steps. */
export function authUsage(action: AuthAction, token: TokenType): readonly Message[] {
  return [message('api-help-authmanager-general-usage', action, token)]
}
