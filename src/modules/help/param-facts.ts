import { Html, html } from '../../messages/html.ts'
import { type MessageKey, plaintext } from '../../messages/message.ts'
import { escapeHtml, escapeWikitext } from '../../messages/say.ts'
import type { ParamSpec } from '../../params/param-spec.ts'
import { deprecatedValues, valuesOf } from '../documentation/param-values.ts'
import { submoduleAt } from '../documentation/words-of.ts'
import type { Described } from '../module.ts'
import { namespaces } from '../namespaces.ts'
import type { HelpContext } from './help-context.ts'

/** What holds for the values of a parameter, one sentence each, in MediaWiki's order. */
export function paramFacts(
  module: Described,
  given: ParamSpec,
  context: HelpContext,
): readonly Html[] {
  const { say } = context
  const spec = given.type === 'namespace' ? asWords(given, context) : given
  return [
    ...(spec.template ? template(spec.template, context) : []),
    ...(spec.required ? [say('api-help-param-required')] : []),
    ...(typeof spec.type === 'string' ? type(spec, context) : values(module, spec, context)),
    ...several(spec, context),
    ...range(spec, context),
    ...length(spec, context),
    ...(spec.type === 'title' ? [say(spec.mustExist ? exists : needNotExist)] : []),
    ...(spec.all || (spec.multi && given.type === 'namespace')
      ? [say('api-help-param-multi-all', '*')]
      : []),
    ...defaultValue(spec, context),
  ]
}

/** Namespaces are shown one by one, in the order of their numbers. */
function asWords(spec: ParamSpec, { settings }: HelpContext): ParamSpec {
  const ids = namespaces(settings).map(({ id }) => id)
  const known = ids.filter((id) => id >= 0 || spec.extraNamespaces?.includes(id))
  return { ...spec, type: known.map(String) }
}

const exists = 'api-help-param-mustexist'
const needNotExist = 'api-help-param-neednotexist'

function template(places: Readonly<Record<string, string>>, { say }: HelpContext): Html[] {
  return Object.entries(places).map(([place, name]) =>
    say('api-help-param-templated', escapeWikitext(place), escapeWikitext(name)),
  )
}

/** Text needs no word about its type. */
const typeKeys: Readonly<Record<string, MessageKey>> = {
  boolean: 'api-help-param-type-boolean',
  expiry: 'api-help-param-type-expiry',
  integer: 'api-help-param-type-integer',
  limit: 'api-help-param-type-limit',
  tags: 'api-help-param-type-tags',
  timestamp: 'api-help-param-type-timestamp',
  title: 'api-help-param-type-title',
  upload: 'api-help-param-type-upload',
  user: 'api-help-param-type-user',
}

function type(spec: ParamSpec, { say }: HelpContext): Html[] {
  const key = typeof spec.type === 'string' ? typeKeys[spec.type] : undefined
  if (key === undefined) return []
  const forms = (spec.forms ?? ['name']).map((form) => String(say(`api-help-param-user-${form}`)))
  return [say(key, spec.multi ? 2 : 1, forms.join(', '))]
}

function values(module: Described, spec: ParamSpec, { say, addressOf }: HelpContext): Html[] {
  const old = deprecatedValues(module, spec)
  const shown = valuesOf(module, spec).map((value) => {
    const path = spec.submodules?.[value]
    const isOld = old.includes(value)
    const name = isOld
      ? html`<span dir="ltr" lang="en" class="apihelp-deprecated-value">${value}</span>`
      : html`<span dir="ltr" lang="en">${value}</span>`
    if (path !== undefined && submoduleAt(module, path)) {
      return html`<a href="${addressOf(`Special:ApiHelp/${path}`)}">${name}</a>`
    }
    return isOld ? name : html`${value}`
  })
  const list = shown.map(String).join(', ')
  const key = spec.multi ? 'api-help-param-values-many' : 'api-help-param-values-one'
  // The list is HTML already: it takes its place when the sentence has become HTML, too.
  const [before = '', after = ''] = String(say(key, '\u0001')).split('\u0001')
  return [new Html(before + list + after)]
}

function several(spec: ParamSpec, { say }: HelpContext): Html[] {
  // There are fewer tags than could be too many: none.
  if (!spec.multi || spec.type === 'tags') return []
  const [low, high] = spec.mostValues ?? [50, 500]
  const isWords = typeof spec.type !== 'string'
  const most =
    low === high
      ? say('api-help-param-multi-max-simple', low)
      : say('api-help-param-multi-max', low, high)
  if (!isWords) return [say('api-help-param-multi-separate'), most]
  return spec.type.length > low ? [most] : []
}

function range({ type, min, max, highMax }: ParamSpec, { say }: HelpContext): Html[] {
  if (type !== 'integer' && type !== 'limit') return []
  if (max !== undefined && highMax !== undefined && highMax !== max) {
    return [say('api-help-param-range-high', min ?? 0, max, highMax)]
  }
  if (min !== undefined && max !== undefined) return [say('api-help-param-range-minmax', min, max)]
  if (min !== undefined) return [say('api-help-param-range-min', min)]
  return max === undefined ? [] : [say('api-help-param-range-max', max)]
}

function length({ maxBytes, maxChars }: ParamSpec, { say }: HelpContext): Html[] {
  return [
    ...(maxBytes === undefined ? [] : [say('api-help-param-maxbytes', maxBytes)]),
    ...(maxChars === undefined ? [] : [say('api-help-param-maxchars', maxChars)]),
  ]
}

function defaultValue({ type, default: given }: ParamSpec, { say }: HelpContext): Html[] {
  if (given === undefined || type === 'boolean') return []
  if (given !== '') return [say('api-help-param-default', plaintext(escapeHtml(given)))]
  const empty = `<span class="apihelp-empty">${say('api-help-param-default-empty')}</span>`
  return [say('api-help-param-default', empty)]
}
