/** A prefix of titles that lead to another wiki, as MediaWiki's table `interwiki` keeps it. */
export interface Interwiki {
  readonly prefix: string
  /** With `$1` for the title. */
  readonly url: string
  /** The address of its api.php; `''` when it is not known. */
  readonly api: string
  /** The name of its database; `''` when it is not known. */
  readonly wikiId: string
  /** Whether it belongs to this wiki's owner, too. */
  readonly isLocal: boolean
  /** Whether its pages can be transcluded here. */
  readonly isTranscludable: boolean
}

/** Where is kept which other wikis there are. */
export interface InterwikiStore {
  /** All of them, by their prefix. */
  list(): Promise<readonly Interwiki[]>
}
