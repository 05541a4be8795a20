import type { Message } from '../../messages/message.ts'
import type { Account } from '../accounts/account-store.ts'
import type { UserName } from '../names/user-name.ts'
import type { User } from '../user.ts'
import type { AuthContext, Kept } from './auth-context.ts'
import type { AuthAction, AuthRequest, Submission } from './auth-request.ts'
import type { Reasons } from './auth-response.ts'
import type { Creation, CreationPass, MadeAccount } from './creation.ts'
import type { DataChange, RowChange } from './data-change.ts'
import type { PreservedState } from './preserved-state.ts'

/** That a person has to be asked something, or sent somewhere, before a step is complete. */
export type Pause =
  | {
      readonly status: 'ui'
      readonly requests: readonly AuthRequest[]
      readonly why: Reasons
      /** Whether that says what was wrong with an answer, and not only what is wanted. */
      readonly isError?: boolean
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

/** That an account is linked to one elsewhere. */
export interface Linked {
  readonly status: 'pass'
}

/** What a step of making an account works with: also the language that its texts are in. */
export interface CreationContext extends AuthContext {
  readonly language: string
}

interface Provider {
  /** A name of its own; MediaWiki's are those of its classes. */
  readonly id: string
  /** What a person is to be asked for an action. */
  requests?(
    action: AuthAction,
    asked: Asked,
  ): Promise<readonly AuthRequest[]> | readonly AuthRequest[]
  /** Says why there is to be no account of that name, whoever makes it and how. */
  checkName?(name: UserName, context: CreationContext): Promise<readonly Message[]>
  /** Says why that account is not to be made, before it is. */
  checkCreation?(
    creation: Creation,
    submission: Submission,
    context: CreationContext,
  ): Promise<readonly Message[]>
}

/** Has a say in how accounts log in: those that prove who somebody is, and those that want more. */
interface CredentialProvider extends Provider {
  /** Says what is wrong with a change of what the provider asks for; `undefined` if it is another's. */
  checkChange?(change: DataChange, context: AuthContext): Promise<readonly Message[] | undefined>
  /** Makes the change, but for what it says of the account's row, which is written afterwards. */
  makeChange?(change: DataChange, context: AuthContext): Promise<RowChange>
}

/** Has a say before anything is proved: throttles, captchas. */
export interface PreProvider extends Provider {
  /** Says why there is to be no attempt to log in; it counts each. */
  checkLogin?(submission: Submission, context: AuthContext): Promise<Reasons | undefined>
  /** Hears of who has logged in. */
  afterLogin?(account: Account, context: AuthContext): Promise<void>
}

/** Finds out who somebody is: by a password, or by asking another service. */
export interface PrimaryProvider extends CredentialProvider {
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
  /** Lets whoever gets a new account log in; a provider without it makes none. */
  beginCreation?(
    creation: Creation,
    submission: Submission,
    context: CreationContext,
  ): Promise<CreationPass | Failure | Abstention | Pause>
  /** Goes on with the answers to what `beginCreation` asked for. */
  continueCreation?(
    creation: Creation,
    submission: Submission,
    keep: Kept,
    context: CreationContext,
  ): Promise<CreationPass | Failure | Pause>
  /** Links an account here to one elsewhere; a provider without it links none. */
  beginLink?(
    account: Account,
    submission: Submission,
    context: AuthContext,
  ): Promise<Linked | Failure | Abstention | Pause>
  /** Goes on with the answers to what `beginLink` asked for. */
  continueLink?(
    account: Account,
    submission: Submission,
    keep: Kept,
    context: AuthContext,
  ): Promise<Linked | Failure | Pause>
}

/** Has a say once it is proved who somebody is: second factors, passwords that have to be changed. */
export interface SecondaryProvider extends CredentialProvider {
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
  /** Asks for more once a new account is there: what could keep it from being made is for `checkCreation`. */
  beginCreation?(
    made: MadeAccount,
    submission: Submission,
    context: CreationContext,
  ): Promise<{ readonly status: 'pass' } | Abstention | Pause>
  /** Goes on with the answers to what was asked for. */
  continueCreation?(
    made: MadeAccount,
    submission: Submission,
    keep: Kept,
    context: CreationContext,
  ): Promise<{ readonly status: 'pass' } | Pause>
}

/** The providers of a wiki, each kind in the order in which it is asked. */
export interface AuthProviders {
  readonly pre: readonly PreProvider[]
  readonly primary: readonly PrimaryProvider[]
  readonly secondary: readonly SecondaryProvider[]
}
