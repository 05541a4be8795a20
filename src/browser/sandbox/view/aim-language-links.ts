/** Lets the links to the other languages of the page lead to what is filled in. */
export function aimLanguageLinks(query: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('#footer-languages a'))
    link.hash = query
}
