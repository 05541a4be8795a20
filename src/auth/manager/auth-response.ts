import { listMessage, type Message } from '../../messages/message.ts'
import type { AuthRequest } from './auth-request.ts'
import type { PreservedState } from './preserved-state.ts'

/** Why something is not to be, or not yet: for one reason, or for several. */
export type Reasons = Message | readonly Message[]

/** How one step of logging in, of making or of linking an account ended: MediaWiki's `AuthenticationResponse`. */
export type AuthResponse =
  /** It is done; the name is missing where there is none to tell. */
  | { readonly status: 'PASS'; readonly username?: string }
  /** It is over. */
  | { readonly status: 'FAIL'; readonly why: Reasons; readonly preserved?: PreservedState }
  /** A person has to answer these. */
  | {
      readonly status: 'UI'
      readonly requests: readonly AuthRequest[]
      readonly why: Reasons
      /** Whether that says what was wrong with the answer before, and not only what is wanted. */
      readonly isError?: boolean
    }
  /** A person has to go there, and comes back with the answers to these. */
  | {
      readonly status: 'REDIRECT'
      readonly requests: readonly AuthRequest[]
      readonly target: string
      readonly data?: Readonly<Record<string, string>>
    }
  /** Somebody has proved who he is elsewhere, and has no account here: one can be named or made now. */
  | {
      readonly status: 'RESTART'
      readonly requests: readonly AuthRequest[]
      readonly why: Reasons
      readonly preserved?: PreservedState
    }

/** Makes the response that ends an attempt. */
export function failed(why: Reasons): Extract<AuthResponse, { status: 'FAIL' }> {
  return { status: 'FAIL', why }
}

/** The reasons, one by one. */
export function listReasons(why: Reasons): readonly Message[] {
  return 'key' in why ? [why] : why
}

/** The reasons in one message. */
export function inOne(why: Reasons): Message {
  return listMessage(listReasons(why))
}
