import type { Awaitable } from '../awaitable.ts'

/** Who a session belongs to. */
export interface SessionUser {
  readonly id: number
  readonly name: string
  /** The secret of the account that all its sessions depend on: 32 hexadecimal digits. */
  readonly token: string
}

/** What a bot session depends on. */
export interface SessionBotPassword {
  readonly userId: number
  readonly appId: string
  /** Changes with every change of the bot password, which ends its sessions. */
  readonly token: string
  readonly grants: readonly string[]
  /** Tells whether a program at this address may use it. */
  allows(address: string): boolean
}

/** Tells sessions about the accounts behind them. */
export interface SessionUsers {
  findUser(id: number): Awaitable<SessionUser | undefined>
  findBotPassword(userId: number, appId: string): Awaitable<SessionBotPassword | undefined>
}
