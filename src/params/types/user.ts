import { plaintext } from '../../messages/message.ts'
import { ApiError } from '../../result/api-error.ts'
import type { ParamSpec, UserForm } from '../param-spec.ts'
import type { ParamPlace } from '../param-types.ts'
import type { ParamReading } from '../read-params.ts'
import { canonicalAddress, isAddress, isRange } from './address.ts'

/** Whom a number names that nobody has. */
const unknownUser = 'Unknown user'

// Titles of user pages are found in this namespace.
const userNamespace = 2

/** Reads who is meant, in one of the forms that the parameter allows; the name as the wiki spells it. */
export async function readUser(
  text: string,
  { module, name, reading }: ParamPlace,
  { forms = ['name'] }: ParamSpec,
): Promise<string> {
  const found = await findUser(text, reading)
  if (found !== undefined && forms.includes(found.form)) return found.name

  const params = [plaintext(name), plaintext(text)]
  throw new ApiError(module, 'paramvalidator-baduser', { params })
}

async function findUser(
  text: string,
  reading: ParamReading,
): Promise<{ readonly form: UserForm; readonly name: string } | undefined> {
  const [, id] = /^#(\d+)$/.exec(text) ?? []
  if (id !== undefined) return { form: 'id', name: await nameOf(Number(id), reading) }
  // Whoever has edited elsewhere has no `#` in the name, and no name that we could spell better.
  if (text.includes('>')) return text.includes('#') ? undefined : { form: 'interwiki', name: text }

  const name = reading.userName(text)
  if (name !== undefined) return { form: 'name', name }

  const address = text.includes('#') ? undefined : await findAddress(text, reading)
  if (address === undefined) return undefined
  if (isAddress(address)) return { form: 'ip', name: canonicalAddress(address) }
  return isRange(address) ? { form: 'cidr', name: canonicalAddress(address) } : undefined
}

async function nameOf(id: number, reading: ParamReading): Promise<string> {
  const name = Number.isSafeInteger(id) && id > 0 ? await reading.findUserName(id) : undefined
  return name ?? unknownUser
}

/** Addresses have user pages, too: `User:192.0.2.1` is as good as `192.0.2.1`. */
async function findAddress(text: string, reading: ParamReading): Promise<string | undefined> {
  const titles = [await reading.findTitle(text), await reading.findTitle(`User:${text}`)]
  return titles.find((title) => title?.namespace === userNamespace)?.text
}
