import { type Random, randomBase32, randomHex32 } from '../../random.ts'
import { hashPassword } from '../passwords/passwords.ts'
import type { BotPasswordStore } from './bot-password-store.ts'

/** What the owner of a bot password chooses; it has been checked. */
export interface ChosenBotPassword {
  readonly userId: number
  readonly appId: string
  readonly grants: readonly string[]
  readonly addresses: readonly string[]
}

/** What saving a bot password takes. */
export interface BotPasswordSaving {
  readonly botPasswords: BotPasswordStore
  readonly random: Random
  /**
   * The token of the account when it was found out who asks: nothing is written once that is another,
   * or who is thrown out by a new password would have made a way back in.
   */
  readonly ownerToken?: string | undefined
}

/** Makes a bot password with this secret, or a random one, and tells it; `undefined` if there is one of that name. */
export async function addBotPassword(
  chosen: ChosenBotPassword,
  { botPasswords, random, ownerToken }: BotPasswordSaving,
  secret: string = randomBase32(random),
): Promise<string | undefined> {
  const passwordHash = await hashPassword(secret, random)
  const made = { ...chosen, passwordHash, token: randomHex32(random) }
  return (await botPasswords.create(made, ownerToken)) ? secret : undefined
}

/** Changes what a bot password allows, which ends its sessions; false if there is none. */
export function changeBotPassword(
  chosen: ChosenBotPassword,
  { botPasswords, random, ownerToken }: BotPasswordSaving,
): Promise<boolean> {
  return botPasswords.update({ ...chosen, token: randomHex32(random) }, ownerToken)
}

/** The same, with another secret, which it tells; `undefined` if there is none. */
export async function resetBotPassword(
  chosen: ChosenBotPassword,
  { botPasswords, random, ownerToken }: BotPasswordSaving,
): Promise<string | undefined> {
  const secret = randomBase32(random)
  const passwordHash = await hashPassword(secret, random)
  const changed = { ...chosen, passwordHash, token: randomHex32(random) }
  return (await botPasswords.update(changed, ownerToken)) ? secret : undefined
}
