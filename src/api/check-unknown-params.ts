import { type MessageParam, message } from '../messages/message.ts'
import { escapeWikitext } from '../messages/say.ts'
import { warning } from '../result/problem.ts'
import type { Reply } from '../result/reply.ts'
import type { FormatModule } from './find-format.ts'
import type { ApiRequest } from './request.ts'

/** Warns of parameters that nobody has read. */
export function checkUnknownParams(
  { params }: ApiRequest,
  format: FormatModule | undefined,
  reply: Reply,
): void {
  const unknown = params.unknown((name) => {
    // Browsers' scripts add a `_` to keep such an answer from being remembered.
    if (name === '_' && params.peekText('callback') !== undefined) return true
    return format?.knownNames.includes(name) === true
  })
  if (unknown.size === 0) return

  const names = [...unknown].map(([at, name]): [string, MessageParam] => [
    String(at),
    escapeWikitext(name),
  ])
  // MediaWiki keeps each name's place among all parameters, and shows it to who asks for raw messages.
  const isList = [...unknown.keys()].every((at, index) => at === index)
  const list = isList ? names.map(([, name]) => name) : new Map(names)
  const text = message('apierror-unrecognizedparams', { list, type: 'comma' }, unknown.size)
  reply.warn(warning('main', text))
}
