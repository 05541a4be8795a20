import { type Markup, readMarkup } from '../markup/read-markup.ts'

/** Makes elements of HTML of the wiki, of which only what does no harm is taken over. */
export function safeHtml(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment()
  fragment.append(...readMarkup(html).map(make))
  return fragment
}

function make(piece: Markup): Node {
  if (typeof piece === 'string') return document.createTextNode(piece)

  const made = document.createElement(piece.name)
  for (const [name, value] of piece.attributes) {
    if (name !== 'href') made.setAttribute(name, value)
    else if (leadsSomewhere(value)) made.setAttribute(name, value)
  }
  made.append(...piece.children.map(make))
  return made
}

/** Some addresses do something instead. */
function leadsSomewhere(address: string): boolean {
  const url = URL.parse(address, location.href)
  return url !== null && /^https?:$/.test(url.protocol)
}
