/**
 * A value that may be there at once. What is remembered is not waited for: that takes longer than to
 * find it. Who is not in a hurry may `await` it all the same.
 */
export type Awaitable<Value> = Value | Promise<Value>

/** Goes on with a value: at once, if it is there. */
export function withValue<Value, Result>(
  value: Awaitable<Value>,
  goOn: (value: Value) => Awaitable<Result>,
): Awaitable<Result> {
  return value instanceof Promise ? value.then(goOn) : goOn(value)
}
