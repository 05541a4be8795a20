import { readPageData } from './page-data.ts'

const { messages } = readPageData()

/** Puts a message into words; what stands in the places of `$1`, `$2` … is text. */
export function say(key: string, ...args: readonly string[]): string {
  const text = messages[key] ?? `⧼${key}⧽`
  return text.replace(/\$(\d)/g, (place, number) => args[Number(number) - 1] ?? place)
}
