interface Weighed<Value> {
  readonly value: Value
  readonly weight: number
}

/** How much a generation may weigh: about a megabyte. */
const mostWeight = 1 << 20

/**
 * Keeps what was used lately, within bounds. Two generations take turns, since that costs nothing at each
 * use: whatever is used moves to the young one, and when that is full the old one goes as a whole.
 */
export class RecentlyUsed<Key, Value> {
  #young = new Map<Key, Weighed<Value>>()
  #old = new Map<Key, Weighed<Value>>()
  #weight = 0

  /** Whether something has had to go already, or soon will. */
  get isFull(): boolean {
    return this.#old.size > 0
  }

  /** Finds what is kept under a key, and uses it. */
  get(key: Key): Value | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young.value

    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old.value, old.weight)
    return old?.value
  }

  /** Finds it without using it. */
  peek(key: Key): Value | undefined {
    return (this.#young.get(key) ?? this.#old.get(key))?.value
  }

  /** Keeps a value under a key; what is heavier than all may be is not kept. */
  set(key: Key, value: Value, weight: number): void {
    if (weight > mostWeight) return

    this.#weight += weight
    if (this.#weight > mostWeight) {
      this.#old = this.#young
      this.#young = new Map()
      this.#weight = weight
    }
    this.#young.set(key, { value, weight })
  }
}
