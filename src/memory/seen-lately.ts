/** Places for marks; each key leaves two, so that one that another key takes is not missed. */
const places = 1 << 13

/**
 * Tells what has been asked for more than once of late from what is asked for once. It is nearly always
 * right about the last few thousand keys, takes 32 kB, and makes nothing that would have to be
 * collected as garbage.
 */
export class SeenLately {
  readonly #marks = new Uint32Array(places)

  /** Tells whether a key has been seen lately, and sees it. */
  see(key: string | number): boolean {
    const mark = markOf(String(key))
    const [one, other] = [mark % places, (mark >>> 16) % places]
    const isSeen = this.#marks[one] === mark || this.#marks[other] === mark
    this.#marks[one] = mark
    this.#marks[other] = mark
    return isSeen
  }
}

/** FNV-1a, which spreads keys that differ in one digit; 0 is no mark. */
function markOf(key: string): number {
  let mark = 0x811c9dc5
  for (let at = 0; at < key.length; at++) mark = Math.imul(mark ^ key.charCodeAt(at), 0x01000193)
  return mark >>> 0 || 1
}
