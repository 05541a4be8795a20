import { isLanguageCode } from '../messages/languages.ts'
import {
  type ErrorFormat,
  type ErrorFormatter,
  errorFormats,
  makeErrorFormatter,
} from '../result/error-format.ts'
import { oncePerSettings } from '../settings/once-per-settings.ts'
import { apiUrl, type Settings } from '../settings/settings.ts'
import type { Visit } from './open-visit.ts'
import type { ApiRequest } from './request.ts'

/** Finds out how errors are to be spelled, before anything can go wrong. */
export function openFormatter({ params }: ApiRequest, visit: Visit): ErrorFormatter {
  const { settings } = visit
  const asked = params.peekText('errorformat')
  const format = errorFormats.find((known) => known === asked) ?? 'bc'
  if (format === 'bc') return oldFormatter(settings)

  const language = readErrorLanguage(params.peekText('errorlang'), visit)
  return makeFormatter(format, language, settings)
}

/** Most requests say nothing of it; this one speaks English to everybody. */
const oldFormatter = oncePerSettings((settings: Settings) => makeFormatter('bc', 'en', settings))

function makeFormatter(format: ErrorFormat, language: string, settings: Settings): ErrorFormatter {
  const { LegacyErrorCodes: legacyCodes } = settings
  return makeErrorFormatter({ format, language, apiUrl: apiUrl(settings), legacyCodes })
}

function readErrorLanguage(given: string | undefined, { settings, language }: Visit): string {
  if (given === undefined || given === 'uselang') return language
  return given !== 'content' && isLanguageCode(given) ? given.toLowerCase() : settings.LanguageCode
}
