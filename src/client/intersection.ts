/** Everything that all members of a union have together. */
export type Intersection<Union> = (Union extends unknown ? (_: Union) => void : never) extends (
  _: infer All,
) => void
  ? All
  : never
