/** Ends a comparison with one sentence: there is nobody, or nothing, to compare. */
export class CannotCompare extends Error {
  override readonly name = 'CannotCompare'
}

/** Ends one conversation, which needs what is not there; its message says what. */
export class CannotPlay extends Error {
  override readonly name = 'CannotPlay'
}
