/** A page and its talk page, which are watched together. */
export interface WatchedPage {
  /** The namespace of the page itself, an even number. */
  readonly namespace: number
  readonly title: string
}

/** Which pages accounts watch. */
export interface WatchlistStore {
  /** Lets an account watch a page, until then if that is said; what it watches already keeps its end otherwise. */
  watch(userId: number, page: WatchedPage, until?: Date | 'infinity'): Promise<void>
  /** When an account stops watching a page; `undefined` for never, and where it does not watch it. */
  findEnd(userId: number, page: WatchedPage): Promise<Date | undefined>
}
