import type { Param } from './read-query.ts'

/** Spells a request as an address does. */
export function writeQuery(params: Iterable<Param>): string {
  return [...params].map(([name, value]) => `${encodeText(name)}=${encodeText(value)}`).join('&')
}

/** Spells a text in an address. What is easier to read as it is, and means nothing else in an address, stays. */
export function encodeText(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/%(?:2F|3A|40|2C)/g, decodeURIComponent)
    .replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
}
