import type { AnswerKind } from '../format/format.ts'
import { pagePolicy } from '../format/page-style.ts'
import { oncePerSettings } from '../settings/once-per-settings.ts'
import type { Settings } from '../settings/settings.ts'
import type { Header } from './request.ts'

/** The headers that say what an answer is; put together once for each kind that formats have. */
export function kindHeaders(kind: AnswerKind, settings: Settings): readonly Header[] {
  const known = knownHeaders(settings)
  const found = known.get(kind)
  if (found !== undefined) return found

  const headers = makeHeaders(kind, settings)
  known.set(kind, headers)
  return headers
}

const knownHeaders = oncePerSettings((_: Settings) => new WeakMap<AnswerKind, readonly Header[]>())

function makeHeaders(
  { contentType, fileName, isFor }: AnswerKind,
  { ApiFrameOptions }: Settings,
): readonly Header[] {
  const isForPerson = isFor === 'person'
  return [
    ['Content-Type', `${contentType}; charset=${isForPerson ? 'UTF-8' : 'utf-8'}`],
    ...(isForPerson ? [['Content-Security-Policy', pagePolicy(ApiFrameOptions)] as const] : []),
    ...(ApiFrameOptions ? [['X-Frame-Options', ApiFrameOptions] as const] : []),
    ['Content-Disposition', `inline; filename=${fileName}`],
  ]
}
