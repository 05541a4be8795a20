import type { SentParam } from '../request/build-request.ts'

/** What stands in a program for a value: a secret is left to whoever runs it. */
export function shownValue({ name, value, isSecret }: SentParam): string {
  return isSecret ? `<${name}>` : value.toWellFormed()
}
