/**
 * What a parameter can be: `false` and `undefined` leave it out, a list is joined as MediaWiki splits it, and
 * a time is written in ISO 8601.
 */
export type ParamValue =
  | string
  | number
  | bigint
  | boolean
  | Date
  | Blob
  | undefined
  | readonly (string | number | bigint)[]

/** Parameters of which only the wiki that is asked knows whether they are right. */
export type LooseParams = Readonly<Record<string, ParamValue>>
