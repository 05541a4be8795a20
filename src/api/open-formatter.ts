import { isLanguageCode } from '../messages/languages.ts'
import {
  type ErrorFormat,
  type ErrorFormatter,
  errorFormats,
  makeErrorFormatter,
} from '../result/error-format.ts'
import { apiUrl } from '../settings/settings.ts'
import type { Visit } from './open-visit.ts'
import type { ApiRequest } from './request.ts'

/** Finds out how errors are to be spelled, before anything can go wrong. */
export function openFormatter({ params }: ApiRequest, visit: Visit): ErrorFormatter {
  const { settings } = visit
  const asked = params.peekText('errorformat')
  return makeErrorFormatter({
    format: errorFormats.find((format): format is ErrorFormat => format === asked) ?? 'bc',
    language: readErrorLanguage(params.peekText('errorlang'), visit),
    apiUrl: apiUrl(settings),
    legacyCodes: settings.LegacyErrorCodes,
  })
}

function readErrorLanguage(given: string | undefined, { settings, language }: Visit): string {
  if (given === undefined || given === 'uselang') return language
  return given !== 'content' && isLanguageCode(given) ? given.toLowerCase() : settings.LanguageCode
}
