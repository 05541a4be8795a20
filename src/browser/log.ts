/** `mw.log`: what only its author wants to read stays quiet. */
export const log = Object.assign((..._words: readonly unknown[]): void => undefined, {
  warn: (...words: readonly unknown[]): void => console.warn(...words),
  error: (...words: readonly unknown[]): void => console.error(...words),
})
