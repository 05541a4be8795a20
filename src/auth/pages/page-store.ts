/** A page, as far as something else names it. */
export interface StoredPage {
  readonly id: number
  readonly namespace: number
  /** Without the namespace, with spaces. */
  readonly text: string
}

/** Where the pages are that a wiki has, of which we make none. */
export interface PageStore {
  findByTitle(namespace: number, text: string): Promise<StoredPage | undefined>
}
