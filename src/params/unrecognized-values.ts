import { message, plaintext } from '../messages/message.ts'
import { type Problem, warning } from '../result/problem.ts'
import { showSeparators } from './clean-text.ts'

/** The warning that some values of a list mean nothing; the list is shown as it was sent. */
export function unrecognizedValues(
  { module, name }: { readonly module: string; readonly name: string },
  sent: string,
  unknown: readonly string[],
): Problem {
  const list = { list: unknown.map(plaintext), type: 'comma' } as const
  const params = [plaintext(name), plaintext(showSeparators(sent)), list, { num: unknown.length }]
  return warning(module, message('paramvalidator-unrecognizedvalues', ...params), {
    code: 'unrecognizedvalues',
    data: { values: unknown },
  })
}
