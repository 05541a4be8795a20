import type { ListedBlock, Restriction } from '../../../auth/blocks/block-directory.ts'
import { listOf, type ResultMap, type ResultValue } from '../../../result/value.ts'
import type { Settings } from '../../../settings/settings.ts'
import { findBlockAction } from '../../block/block-actions.ts'
import { namespaces } from '../../namespaces.ts'

const tags = { pages: 'page', namespaces: 'ns', actions: 'action' } as const

/** What a block is from, by kind; nothing of one from the whole wiki. */
export function restrictionsOf(
  { sitewide, restrictions }: ListedBlock,
  settings: Settings,
): ResultMap | readonly [] {
  if (sitewide || restrictions.length === 0) return []

  const kinds = [...new Set(restrictions.map(({ kind }) => kind))]
  return new Map(
    kinds.map((kind): [string, ResultValue] => {
      const own = restrictions.filter((each) => each.kind === kind)
      const items = own.map((each) => describe(each, settings))
      // Where blocks from actions are not switched on, MediaWiki has no name for those that are there.
      const hasName = kind !== 'actions' || settings.EnablePartialActionBlocks
      return [hasName ? kind : '', listOf(tags[kind], items)]
    }),
  )
}

function describe({ kind, value, page }: Restriction, settings: Settings): ResultValue {
  switch (kind) {
    case 'namespaces':
      return value
    case 'actions':
      return findBlockAction(value) ?? false
    case 'pages': {
      if (page === undefined) return { id: value }
      const prefix = namespaces(settings).find(({ id }) => id === page.namespace)?.name
      return { id: value, ns: page.namespace, title: prefix ? `${prefix}:${page.text}` : page.text }
    }
  }
}
