import { decodeCharacters } from './decode-characters.ts'

/** HTML as text, as it is shown: nothing in it comes to life. */
export function plainText(html: string): string {
  return decodeCharacters(html.replaceAll(/<[^<>]*>/g, ''))
}
