import { codeAbout } from '../../result/error-codes.ts'
import {
  annotate,
  listOf,
  type ResultList,
  type ResultObject,
  type ResultValue,
} from '../../result/value.ts'
import type { Settings } from '../../settings/settings.ts'
import { errorsOf } from '../documentation/errors-of.ts'
import { pageAddress } from '../documentation/page-address.ts'
import { wordsOf } from '../documentation/words.ts'
import { wordsOfDynamicParams, wordsOfExample, wordsOfModule } from '../documentation/words-of.ts'
import type { Described } from '../module.ts'
import { paramInfo, type Reader } from './param-info.ts'

/** What there is to know about one module: what MediaWiki tells, in its order, and then what it does not. */
export function moduleInfo(module: Described, reader: Reader, settings: Settings): ResultObject {
  const isTemplated = (name: string): boolean => name.includes('{')
  const params = Object.entries(module.params).map(([name, spec], index) => ({
    name,
    info: paramInfo(module, [name, spec], index + 1, reader),
  }))
  const infosOf = (templated: boolean): ResultList =>
    listOf(
      'param',
      params.filter(({ name }) => isTemplated(name) === templated).map(({ info }) => info),
    )
  return {
    name: module.name,
    classname: module.className,
    path: module.path,
    group: module.group,
    prefix: module.prefix,
    source: 'MediaWiki',
    sourcename: 'MediaWiki',
    licensetag: 'GPL-2.0-or-later',
    licenselink: settings.Server + pageAddress('Special:Version/License/MediaWiki', settings),
    description: reader.words.all(wordsOfModule(module)),
    deprecated: isSet(module.deprecated),
    internal: isSet(module.internal),
    readrights: isSet(module.reads !== false),
    writerights: isSet(module.writes),
    mustbeposted: isSet(module.mustBePosted),
    generator: isSet(module.generator),
    helpurls: listOf('helpurl', module.helpUrls),
    examples: examples(module, reader),
    parameters: infosOf(false),
    templatedparameters: infosOf(true),
    dynamicparameters: dynamicParams(module, reader),
    ...jetonsOwn(module, reader, settings),
  }
}

/** A flag is told only when it is set. */
function isSet(flag: boolean): true | undefined {
  return flag ? true : undefined
}

/** With words, what they are for; without, only that there are some. */
function dynamicParams(module: Described, { words }: Reader): ResultValue | undefined {
  return module.dynamicParams && (words.all(wordsOfDynamicParams(module)) ?? true)
}

function examples(module: Described, { words }: Reader): ResultList | undefined {
  if (words.format === 'none' || module.examples.length === 0) return undefined
  return listOf(
    'example',
    module.examples.map((example) => {
      const description = words.one(wordsOfExample(module, example))
      const info = { query: example.query, description, answer: example.answer }
      return annotate(info, { subElements: ['description'] })
    }),
  )
}

/** What MediaWiki does not tell, under names that it does not use. */
function jetonsOwn(module: Described, { words }: Reader, settings: Settings): ResultObject {
  const { since, history, links } = module
  const errors = errorsOf(module).map(({ key, params = [], about, legacyCode }) => ({
    code: codeAbout(key, about),
    legacycode: legacyCode,
    description: words.one({ key, params }),
  }))
  const told = links.map(({ target, summary }) => ({
    url: pageAddress(target, settings),
    description: words.one(wordsOf(summary, `apihelp-${module.path}-link`, [])),
  }))
  return {
    since,
    history:
      history.length === 0
        ? undefined
        : listOf(
            'change',
            history.map((change) => ({ ...change })),
          ),
    errors: listOf('error', errors),
    links: told.length === 0 ? undefined : listOf('link', told),
  }
}
