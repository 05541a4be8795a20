/** What descriptions are marked up with; nothing else of them gets into the page. */
const elements: ReadonlySet<string> = new Set([
  ...['a', 'b', 'code', 'dd', 'dl', 'dt', 'em', 'i', 'kbd', 'li', 'ol', 'p', 'pre', 'samp', 'span'],
  ...['strong', 'ul', 'var'],
])

/** Attributes that only say how a text is written. */
const attributes = ['dir', 'lang']

/**
 * Reads HTML of the wiki, and takes over only elements and attributes that are known to do no harm; of others,
 * the text. What is read is never a part of the page, so that nothing of it is run or loaded.
 */
export function safeHtml(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment()
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  fragment.append(...copyAll(body))
  return fragment
}

function copyAll(from: Node): Node[] {
  return [...from.childNodes].flatMap(copy)
}

function copy(node: Node): Node[] {
  if (node instanceof Text) return [document.createTextNode(node.data)]
  if (!(node instanceof Element)) return []

  const name = node.localName
  if (name === 'script' || name === 'style') return []
  if (!elements.has(name)) return copyAll(node)

  const made = document.createElement(name)
  for (const attribute of attributes) {
    const value = node.getAttribute(attribute)
    if (value !== null) made.setAttribute(attribute, value)
  }
  const address = name === 'a' ? findAddress(node) : undefined
  if (address !== undefined) made.setAttribute('href', address)
  made.append(...copyAll(node))
  return [made]
}

/** An address that leads somewhere, and does nothing. */
function findAddress(link: Element): string | undefined {
  const address = URL.parse(link.getAttribute('href') ?? '', location.href)
  return address !== null && /^https?:$/.test(address.protocol) ? address.href : undefined
}
