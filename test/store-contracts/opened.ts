/** A store to be tested, and how it is closed; each time it is opened, it is empty. */
export interface Opened<Store> extends AsyncDisposable {
  readonly store: Store
}
