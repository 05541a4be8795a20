/** A store did not answer: nobody knows what it holds, so nothing may be concluded from it. */
export class StoreUnavailable extends Error {
  constructor(store: string, options?: ErrorOptions) {
    super(`Cannot reach the store "${store}"`, options)
    this.name = 'StoreUnavailable'
  }
}
