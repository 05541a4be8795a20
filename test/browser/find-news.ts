import type { Page } from 'playwright-core'
import { findKinds } from './find-kinds.ts'

/** A document that was made with a text of somebody. */
export interface MadeDocument {
  readonly text: string
  readonly document: string
}

/**
 * The kinds of elements that documents have and harmless ones have not: as they are, and after
 * somebody has put them into the normal form that Unicode calls NFC.
 */
export async function findNews(
  page: Page,
  made: readonly MadeDocument[],
  harmless: readonly string[],
): Promise<readonly string[]> {
  const all = made.flatMap(({ text, document }) => [
    { text, document },
    { text: `${text}, in NFC`, document: document.normalize('NFC') },
  ])
  const known = new Set((await findKinds(page, harmless)).flatMap((kinds) => [...kinds]))
  const found = await findKinds(
    page,
    all.map(({ document }) => document),
  )
  return found.flatMap((kinds, at) =>
    [...kinds]
      .filter((kind) => !known.has(kind))
      .map((kind) => `${JSON.stringify(all[at]?.text)} made ${kind}`),
  )
}
