import type { Stores } from '../../src/wiki.ts'

/** Stores of which every call stops before it takes effect, and again before its caller hears of it. */
export function heldStores(stores: Stores, stop: (where: string) => Promise<void>): Stores {
  const hold = <Store extends object>(name: string, store: Store): Store => {
    const methods = Object.entries(store).map(([method, call]) => [
      method,
      async (...args: unknown[]) => {
        await stop(`before ${name}.${method}`)
        const result = await call(...args)
        await stop(`after ${name}.${method}`)
        return result
      },
    ])
    // It has the same methods.
    return Object.fromEntries(methods) as Store
  }
  return {
    ...stores,
    accounts: hold('accounts', stores.accounts),
    botPasswords: hold('botPasswords', stores.botPasswords),
    sessions: hold('sessions', stores.sessions),
  }
}
