import type { Page } from 'playwright-core'

/**
 * Says which kinds of elements each document has: names of elements from the outside in, the attributes
 * of the innermost, and where addresses lead. Only a browser reads HTML as browsers do.
 */
export async function findKinds(
  page: Page,
  documents: readonly string[],
): Promise<readonly ReadonlySet<string>[]> {
  const kinds = await page.evaluate<string[][]>(`(${find})(${JSON.stringify(documents)})`)
  return kinds.map((kindsOfOne) => new Set(kindsOfOne))
}

/** Runs in the page. */
const find = `(documents) => documents.map((text) => {
  const type = text.startsWith('<?xml') ? 'text/xml' : 'text/html'
  const { documentElement } = new DOMParser().parseFromString(text, type)
  const addresses = new Set(['href', 'src', 'action', 'formaction', 'srcset', 'data', 'xlink:href'])
  const describe = ({ name, value }) =>
    addresses.has(name) ? name + '=' + new URL(value, 'http://127.0.0.1/').protocol : name
  const kinds = new Set()
  const walk = (parent, outside) => {
    for (const element of parent.children) {
      const path = outside + ' > ' + element.localName
      kinds.add([path, ...[...element.attributes].map(describe)].join(' '))
      walk(element, path)
      if (element.localName === 'template') walk(element.content, path)
    }
  }
  kinds.add([documentElement.localName, ...[...documentElement.attributes].map(describe)].join(' '))
  walk(documentElement, documentElement.localName)
  return [...kinds]
})`
