import { JSDOM } from 'jsdom'

/** The text of each program in a saved page, by the heading above it. */
export type Programs = ReadonlyMap<string, string>

/** Takes the programs out of a page of the documentation, saved as text or as HTML, by these headings. */
export function readSavedPage(page: string, headings: readonly string[]): Programs {
  const blocks = page.trimStart().startsWith('<') ? blocksOfHtml(page) : blocksOfText(page)
  return new Map(
    blocks.filter(([heading, program]) => headings.includes(heading) && program !== ''),
  )
}

type Block = readonly [heading: string, program: string]

/** A line of nothing but words (and perhaps the link "[edit]"), alone and with a capital letter. */
const titleLine = /^\n(?<title>\p{Lu}[\p{L}\p{N} '’-]*)(?:\[.*\])?\n$/mu

/** Text has no marks of where a program ends, but no program has a title in its midst. */
function blocksOfText(page: string): readonly Block[] {
  const [, ...parts] = `\n${page.replaceAll('\r\n', '\n')}`.split(titleLine)
  return parts.flatMap((heading, index) =>
    index % 2 === 0 ? [[heading, (parts[index + 1] ?? '').trim()] as const] : [],
  )
}

/** In HTML a program is the first preformatted text below its heading. */
function blocksOfHtml(page: string): readonly Block[] {
  const { document } = new JSDOM(page).window
  const blocks: Block[] = []
  let heading: string | undefined
  for (const element of document.querySelectorAll('h1, h2, h3, h4, h5, h6, pre')) {
    if (element.localName !== 'pre') {
      // Older pages keep the link "edit" inside the heading, beside its words.
      heading = (element.querySelector('.mw-headline') ?? element).textContent.trim()
    } else if (heading !== undefined) {
      blocks.push([heading, element.textContent.trim()])
      heading = undefined
    }
  }
  return blocks
}
