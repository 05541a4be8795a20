/** An answer that is a page to read, whatever format is asked for. */
export interface Page {
  readonly html: string
  /** The same in UTF-8, as it is sent. */
  readonly bytes: Buffer
  /** What a browser calls the page when it is saved. */
  readonly fileName: string
  /** The format holds the page as a value: only some of its headers are told. */
  readonly isWrapped: boolean
}
