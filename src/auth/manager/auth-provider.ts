import type { Message } from '../../messages/message.ts'
import type { Account } from '../account-store.ts'
import type { User } from '../user.ts'
import type { UserName } from '../user-name.ts'
import type { AuthContext, Kept } from './auth-context.ts'
import type { AuthAction, AuthRequest, Submission } from './auth-request.ts'
import type { Reasons } from './auth-response.ts'
import type { PreservedState } from './preserved-state.ts'

/** That a person has to be asked something, or sent somewhere, before a step is complete. */
export type Pause =
  | {
      readonly status: 'ui'
      readonly requests: readonly AuthRequest[]
      readonly why: Reasons
      /** Given back to the same provider with the answers. No secrets: it lies in the session's store. */
      readonly keep?: Kept
    }
  | {
      readonly status: 'redirect'
      readonly requests: readonly AuthRequest[]
      readonly target: string
      readonly data?: Readonly<Record<string, string>>
      readonly keep?: Kept
    }

/** That it is over. */
export interface Failure {
  readonly status: 'fail'
  readonly why: Reasons
  /** From who proves who somebody is: what is known of somebody who could get an account. */
  readonly preserved?: PreservedState
}

/** That a provider has nothing to say about it. */
export interface Abstention {
  readonly status: 'abstain'
}

/** That who logs in should, or has to, choose another password first. */
export interface PasswordChoice {
  readonly why: Message
  /** Whether there is no way around it. */
  readonly hard: boolean
}

/** That it is proved who somebody is. */
export interface Proof {
  readonly status: 'pass'
  /** The name here; missing for somebody who has no account here. An account that is not there yet is made. */
  readonly username?: UserName
  /** The account as it was proved: what changes of its password or token before the end ends this login, too. */
  readonly proved?: Account
  readonly choice?: PasswordChoice
  /** Without a name: what is known of somebody who could get an account. */
  readonly preserved?: PreservedState
}

/** How far a login has come when secondary providers are asked. */
export interface LoginProgress {
  readonly account: Account
  readonly choice: PasswordChoice | undefined
  /** What the login began with, without its secrets. */
  readonly begun: Submission
}

/** That a provider is content. */
export interface Content {
  readonly status: 'pass'
  /** The account as the provider has left it, if it has changed how its owner logs in. */
  readonly changed?: Account
}

/** Who is asked for the requests of an action: an anonymous user, or the one whose data they are. */
export interface Asked {
  readonly user: User
  readonly context: AuthContext
}

interface Provider {
  /** A name of its own; MediaWiki's are those of its classes. */
  readonly id: string
  /** What a person is to be asked for an action. */
  requests?(
    action: AuthAction,
    asked: Asked,
  ): Promise<readonly AuthRequest[]> | readonly AuthRequest[]
}

/** Has a say before anything is proved: throttles, captchas. */
export interface PreProvider extends Provider {
  /** Says why there is to be no attempt to log in; it counts each. */
  checkLogin?(submission: Submission, context: AuthContext): Promise<Reasons | undefined>
  /** Hears of who has logged in. */
  afterLogin?(account: Account, context: AuthContext): Promise<void>
}

/** Finds out who somebody is: by a password, or by asking another service. */
export interface PrimaryProvider extends Provider {
  beginLogin(
    submission: Submission,
    context: AuthContext,
  ): Promise<Proof | Failure | Abstention | Pause>
  /** Goes on with the answers to what `beginLogin` asked for. */
  continueLogin?(
    submission: Submission,
    keep: Kept,
    context: AuthContext,
  ): Promise<Proof | Failure | Pause>
}

/** Has a say once it is proved who somebody is: second factors, passwords that have to be changed. */
export interface SecondaryProvider extends Provider {
  /** Whether it is asked anew whenever a login goes on, since others may have changed what it looks at. */
  readonly isAskedAnew?: boolean
  beginLogin?(
    login: LoginProgress,
    context: AuthContext,
  ): Promise<Content | Failure | Abstention | Pause>
  /** Goes on with the answers to what was asked for. */
  continueLogin?(
    login: LoginProgress,
    submission: Submission,
    keep: Kept,
    context: AuthContext,
  ): Promise<Content | Failure | Pause>
}

/** The providers of a wiki, each kind in the order in which it is asked. */
export interface AuthProviders {
  readonly pre: readonly PreProvider[]
  readonly primary: readonly PrimaryProvider[]
  readonly secondary: readonly SecondaryProvider[]
}
