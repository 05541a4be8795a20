/** The figures that MediaWiki keeps about a wiki. */
export interface Statistics {
  readonly pages: number
  readonly articles: number
  readonly edits: number
  readonly images: number
  readonly users: number
  readonly activeusers: number
}

/** Where a wiki's figures live. */
export interface StatisticsStore {
  read(): Promise<Statistics>
}
