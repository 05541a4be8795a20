import { highlightJson, highlightLinks, highlightXml } from './highlight.ts'
import { json, printJson } from './json.ts'
import { php, spellPhp } from './php.ts'
import { pretty } from './pretty.ts'
import { spellRaw } from './raw.ts'
import { spellXml, xml, xmlWarnings } from './xml.ts'

/** JSON as a page; what is asked for without a format. */
export const jsonfm = pretty({
  name: 'jsonfm',
  plain: json,
  params: json.params,
  show: (value, params) => highlightJson(printJson(value, params, 'indented').body),
})

/** Serialized PHP as a page: it cannot be laid out, for it counts its characters. */
export const phpfm = pretty({
  name: 'phpfm',
  plain: php,
  params: php.params,
  show: (value, params) => highlightLinks(spellPhp(value, params)),
})

/** XML as a page. */
export const xmlfm = pretty({
  name: 'xmlfm',
  plain: xml,
  params: xml.params,
  warnings: (params) => xmlWarnings('xmlfm', params),
  show: (value, params) => highlightXml(spellXml(value, params, 'indented')),
})

/** The answer as modules make it, before any format spells it. */
export const rawfm = pretty({
  name: 'rawfm',
  params: {},
  // It is MediaWiki's format JSON in disguise.
  ignores: ['callback'],
  show: (value) => highlightJson(spellRaw(value)),
})
