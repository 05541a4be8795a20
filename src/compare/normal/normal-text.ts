/** What only this run can know, and an answer may repeat. */
export interface RunContext {
  readonly origin: string
  readonly fresh: string
}

/** Replaces what is chance wherever it stands in a text. */
export function normalText(text: string, { origin, fresh }: RunContext): string {
  return text
    .replaceAll(origin, '<server>')
    .replaceAll(fresh, '{fresh}')
    .replaceAll(/[0-9a-f]{40}(?=\+\\)/g, '<token>')
    .replaceAll(/\b20[2-9]\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, '<time>')
    .replaceAll(/\b20[2-9]\d{11}\|\d+\b/g, '<time>|<id>')
    .replaceAll(/\b127\.0\.0\.1\b/g, '<address>')
}

/** Tells whether a text has so many words that somebody wrote it for people to read. */
export function isSentence(text: string): boolean {
  return text.split(/\s+/).filter((word) => word !== '').length > 4
}
