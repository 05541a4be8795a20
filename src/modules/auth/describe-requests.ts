import type { AuthField, AuthRequest } from '../../auth/manager/auth-request.ts'
import { say } from '../../messages/say.ts'
import { annotate, type ResultObject } from '../../result/value.ts'
import type { Call } from '../module.ts'
import { mergeFields } from './merge-fields.ts'
import { type MessageFormat, type MessageSpeller, messageSpeller } from './spell-message.ts'

/** How a client wants requests to be described. */
export interface DescriptionParams {
  readonly messageformat: MessageFormat
  readonly mergerequestfields: boolean
}

/** Who asks for a description, and how. */
export type DescriptionCall = Pick<Call<DescriptionParams>, 'params' | 'pageLanguage'>

/** Describes what a person is to be asked: `requests`, and `fields` where those are merged. */
export function describeRequests(
  requests: readonly AuthRequest[],
  { params, pageLanguage }: DescriptionCall,
): ResultObject {
  const spell = messageSpeller(params.messageformat, pageLanguage)
  const described = (fields: AuthRequest['fields']): ResultObject =>
    describeFields(fields, spell, pageLanguage)
  const isMerged = params.mergerequestfields
  return {
    requests: requests.map(({ id, metadata, required, provider, account, fields }) => ({
      id,
      metadata: annotate({ ...metadata }, { arrayType: 'assoc' }),
      required,
      provider: spell(provider),
      account: spell(account),
      fields: isMerged ? undefined : described(fields),
    })),
    fields: isMerged ? described(mergeFields(requests)) : undefined,
  }
}

function describeFields(
  fields: AuthRequest['fields'],
  spell: MessageSpeller,
  language: string,
): ResultObject {
  const described = Object.entries(fields).map(([name, field]): [string, ResultObject] => [
    name,
    describeField(field, spell, language),
  ])
  return annotate(Object.fromEntries(described), { arrayType: 'assoc' })
}

function describeField(
  { type, value, options, label, help, optional = false, sensitive = false }: AuthField,
  spell: MessageSpeller,
  language: string,
): ResultObject {
  // What can be chosen from is told in words, whatever the format of messages.
  const words = Object.entries(options ?? {}).map(([name, about]): [string, string] => [
    name,
    say(about, language, 'wikitext'),
  ])
  return {
    type,
    value,
    options: options && annotate(new Map(words), { arrayType: 'assoc' }),
    label: spell(label),
    help: spell(help),
    optional,
    sensitive,
  }
}
