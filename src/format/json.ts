import type { ResultMap } from '../result/value.ts'
import type { AnswerKind, Format, FormatParams, Printed } from './format.ts'
import { formatVersionParam, inVersion, readFormatVersion } from './in-version.ts'
import { spellJson } from './spell-json.ts'

/** The answer as JSON, in the shapes of format version 1 (MediaWiki up to 1.24) or 2. */
export const json: Format = {
  name: 'json',
  kind: { contentType: 'application/json', fileName: 'api-result.json' },
  params: {
    callback: { type: 'string' },
    utf8: { type: 'boolean' },
    ascii: { type: 'boolean' },
    formatversion: formatVersionParam,
  },
  print: (value, params) => printJson(value, params, 'line'),
}

/** Spells an answer as JSON, or as the script that a callback asks for. */
export function printJson(
  value: ResultMap,
  params: FormatParams,
  layout: 'line' | 'indented',
): Printed {
  const version = readFormatVersion(params['formatversion'])
  const onlyAscii = version === 1 ? params['utf8'] !== true : params['ascii'] === true
  const escapes = onlyAscii ? 'beyond ASCII' : 'line separators'
  const body = spellJson(inVersion(value, version), escapes, layout)

  const { callback } = params
  if (typeof callback !== 'string') return { body }
  // The comment keeps a browser from taking the answer for anything but a script.
  const name = callback.replace(/[^[\].'"_A-Za-z0-9]/g, '')
  return { body: `/**/${name}(${body})`, kind: script }
}

const script: AnswerKind = { contentType: 'text/javascript', fileName: 'api-result.js' }
