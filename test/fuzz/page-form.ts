import type { OpenWiki } from '../../src/index.ts'
import { pages } from '../../src/special/pages.ts'
import { PageVisitor } from '../page-visitor.ts'
import type { Visitor } from '../visitor.ts'

/** A page, and what its forms send when nothing is changed. */
export interface PageForm {
  readonly title: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** Opens every page as each visitor does, and notes what can be filled in there. */
export async function readPageForms(
  wiki: OpenWiki,
  visitors: readonly Visitor[],
): Promise<readonly PageForm[]> {
  const forms: PageForm[] = []
  for (const { jar } of visitors) {
    const visitor = new PageVisitor(wiki.fetch, { jar })
    for (const { name } of pages) {
      const title = `Special:${name}`
      const page = await visitor.open(title)
      const controls = ['input', 'select', 'textarea', 'button'].flatMap((tag) =>
        page.find(`main ${tag}[name]`),
      )
      const fields = controls.map(
        ({ attributes }) => [attributes.get('name') ?? '', attributes.get('value') ?? ''] as const,
      )
      forms.push({ title, fields })
    }
  }
  return forms
}
