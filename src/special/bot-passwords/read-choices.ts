import { isAddressRange } from '../../auth/addresses/address-ranges.ts'
import { hiddenGrants } from '../../auth/groups/grant-groups.ts'
import { type Html, html } from '../../messages/html.ts'
import { isTicked } from '../forms/is-ticked.ts'
import type { PageCall } from '../page.ts'

/** What was typed and ticked for a bot password, and what is wrong with it. */
export interface Choices {
  /** In the order of the settings; those that every bot password has come first. */
  readonly grants: readonly string[]
  readonly addresses: readonly string[]
  readonly resets: boolean
  readonly errors: ChoiceErrors
}

/** What is wrong with the fields of a bot password. */
export interface ChoiceErrors {
  readonly grants?: Html
  readonly addresses?: Html
}

/** How many bytes of JSON a bot password's addresses may have. */
const longest = 65_535

/** How many of the lines that are wrong are named. */
const mostNamed = 10

const grantPrefix = 'grant-'

/** Reads what was typed and ticked for a bot password; lines hold an address or a range each. */
export function readChoices(call: PageCall): Choices {
  const { settings, params, field, say } = call
  const ticked = new Set(params.peekList('wpgrants'))
  const chosen = Object.keys(settings.GrantPermissions).filter((grant) =>
    ticked.delete(`${grantPrefix}${grant}`),
  )
  const addresses = field('wprestrictions')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const wrong = whyNotFrom(addresses, call)
  return {
    grants: [...new Set([...hiddenGrants(settings), ...chosen])],
    addresses,
    resets: isTicked('wpresetPassword', call),
    errors: {
      ...(ticked.size > 0 && { grants: say('htmlform-select-badoption') }),
      ...(wrong && { addresses: wrong }),
    },
  }
}

/** The value of the box of a grant. */
export function boxOf(grant: string): string {
  return `${grantPrefix}${grant}`
}

function whyNotFrom(addresses: readonly string[], { say }: PageCall): Html | undefined {
  if (addresses.length === 0) return say('htmlform-required')

  // First, since to look at each address takes a while.
  const bytes = Buffer.byteLength(JSON.stringify({ IPAddresses: addresses }))
  if (bytes > longest) return say('botpasswords-toolong-restrictions')

  const wrong = addresses.filter((address) => !isAddressRange(address)).slice(0, mostNamed)
  if (wrong.length === 0) return undefined
  return html`${wrong.map((line) => html`<div>${say('restrictionsfield-badip', html`<bdi>${line}</bdi>`)}</div>`)}`
}
