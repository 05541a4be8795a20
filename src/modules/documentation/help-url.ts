/** The page of mediawiki.org that documents something of the API, in the reader's language. */
export function helpUrl(name: string): string {
  return `https://www.mediawiki.org/wiki/Special:MyLanguage/API:${name}`
}
