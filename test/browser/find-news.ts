import type { Page } from 'playwright-core'
import { findKinds } from './find-kinds.ts'

/** The kinds of elements that documents have and harmless ones have not. */
export async function findNews(
  page: Page,
  documents: readonly string[],
  harmless: readonly string[],
): Promise<readonly string[]> {
  const kinds = await findKinds(page, [...harmless, ...documents])
  const known = kinds.slice(0, harmless.length)
  return kinds
    .slice(harmless.length)
    .flatMap((found) => [...found].filter((kind) => !known.some((page) => page.has(kind))))
}
