import { annotate, listOf, type ResultObject } from '../../../result/value.ts'
import { urlProtocols } from '../../url-protocols.ts'
import type { SiteProperty } from '../siteinfo.ts'

/** Says that there are none, in XML by the name of what there are none of. */
function none(itemTag: string): SiteProperty {
  return () => listOf(itemTag, [])
}

/** There are no pages to be shown, and so no names of special ones, no skins … */
export const specialPageAliases = none('specialpage')
export const skins = none('skin')

/** … no files … */
export const fileExtensions = none('fe')

/** … no wikitext, and nothing that its readers would have to know … */
export const magicWords = none('magicword')
export const extensionTags = none('t')
export const functionHooks = none('h')
export const variables = none('v')

/** … no way to write one language in two scripts … */
export const languageVariants: SiteProperty = () =>
  annotate(new Map(), { itemTag: 'lang', arrayType: 'kvp', keyName: 'code' })

/** … and no extensions. */
export const extensions = none('ext')
export const hooks = none('hook')

/** What pages can be protected against, and by which rights. */
export const restrictions: SiteProperty = () => ({
  types: listOf('type', ['create', 'edit', 'move', 'upload']),
  levels: listOf('level', ['', 'autoconfirmed', 'sysop']),
  cascadinglevels: listOf('level', ['sysop']),
  semiprotectedlevels: listOf('level', ['autoconfirmed']),
})

/** The beginnings of links that lead out of the wiki. */
export const protocols: SiteProperty = () => listOf('p', urlProtocols)

/** How a dialogue to upload files would be set up: programs take these parts for granted. */
export const uploadDialog: SiteProperty = (): ResultObject => ({
  fields: { description: true, date: false, categories: false },
  licensemessages: { local: 'generic-local', foreign: 'generic-foreign' },
  comment: { local: '', foreign: '' },
  format: {
    filepage: '$DESCRIPTION',
    description: '$TEXT',
    ownwork: '',
    license: '',
    uncategorized: '',
  },
})
