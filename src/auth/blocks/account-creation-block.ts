import type { User } from '../user.ts'
import type { Block } from './block-store.ts'

/**
 * The block that keeps somebody from making accounts. One of the address counts even for who is
 * logged in: else one account would be enough to get any number of others.
 */
export async function findAccountCreationBlock(user: User): Promise<Block | undefined> {
  const ofAddress = await user.addressBlock()
  if (ofAddress?.createAccount) return ofAddress

  const block = await user.block()
  return block?.createAccount ? block : undefined
}
