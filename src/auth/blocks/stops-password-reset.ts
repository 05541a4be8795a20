import type { Block } from './block-store.ts'

/** Tells whether who is blocked so can have no password mailed, either; being asked to log in is no reason. */
export function stopsPasswordReset(block: Block): boolean {
  switch (block.kind) {
    case 'several':
      return block.parts?.some(stopsPasswordReset) ?? false
    case 'system':
      return block.systemType === 'proxy'
    case 'account':
    case 'address':
    case 'range':
    case 'auto':
      return block.createAccount
  }
}
