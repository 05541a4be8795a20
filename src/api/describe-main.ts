import type { Format } from '../format/format.ts'
import { formats } from '../format/formats.ts'
import { message } from '../messages/message.ts'
import { helpUrl } from '../modules/documentation/help-url.ts'
import { type Described, defineModule, type Modules } from '../modules/module.ts'
import { mainModule } from './main-module.ts'

/** What there is to tell about the API as a whole: its modules and formats, and what all requests share. */
export function describeMain(modules: Modules): Described {
  const known = described.get(modules)
  if (known !== undefined) return known

  const made: Described = {
    ...base,
    params: mainModule(modules).params,
    submodules: { ...describedFormats, ...modules },
  }
  described.set(modules, made)
  return made
}

/** Every request asks for it, and it depends on the wiki's modules only. */
const described = new WeakMap<Modules, Described>()

const base: Described = defineModule({
  name: 'main',
  group: undefined,
  className: 'ApiMain',
  since: '1.8',
  params: {},
  examples: [
    { query: 'action=help', summary: 'apihelp-help-example-main' },
    { query: 'action=help&recursivesubmodules=1', summary: 'apihelp-help-example-recursive' },
  ],
  errors: [
    { key: 'apierror-assertanonfailed' },
    { key: 'apierror-assertuserfailed' },
    { key: 'apierror-assertbotfailed' },
    { key: 'apierror-assertnameduserfailed', params: ['###'] },
    { key: 'apierror-maxlag-generic', params: ['###'] },
    { key: 'apierror-invalidmethod' },
    { key: 'apierror-http-contenttoolarge' },
    { key: 'apierror-toomanyparams' },
  ],
  answer: () => undefined,
})

const describedFormats: Readonly<Record<string, Described>> = Object.fromEntries(
  Object.values(formats).map((format) => [format.name, describeFormat(format)]),
)

function describeFormat({ name, params }: Format): Described {
  const kind = name.replace(/fm$/, '')
  const className = `ApiFormat${kind === 'raw' ? 'Json' : kind.charAt(0).toUpperCase() + kind.slice(1)}`
  const query = `action=query&meta=siteinfo&siprop=namespaces&format=${name}`
  const summary = message('apihelp-format-example-generic', kind.toUpperCase())
  return defineModule({
    name,
    group: 'format',
    className,
    reads: true,
    helpUrls: [helpUrl('Data_formats')],
    examples: [{ query, summary }],
    params,
    answer: () => undefined,
  })
}
