import type { Html } from '../../messages/html.ts'
import { buttons } from '../forms/buttons.ts'
import { form } from '../forms/form.ts'
import { textField } from '../forms/text-field.ts'
import type { PageCall } from '../page.ts'

/** Where second factors are managed. */
export const factorTitle = 'Special:Manage_Two-factor_authentication'

/** What the form of a code is for, and why it is shown again. */
export interface CodeFormParts {
  readonly action: 'enable' | 'disable'
  /** What stands above the code. */
  readonly above: Html
  readonly help: Html
  readonly error?: Html
}

/** Makes the form that asks for a code before anything is changed. */
export function codeForm({ action, above, help, error }: CodeFormParts, call: PageCall): Html {
  const { say } = call
  const code = textField({
    id: 'mw-input-token',
    name: 'token',
    label: say('oathauth-auth-token-label'),
    help,
    ...(error && { error }),
    required: true,
    autocomplete: 'one-time-code',
    autofocus: true,
    maxLength: 40,
  })
  const isEnd = action === 'disable'
  const submit = buttons({
    label: say(isEnd ? 'oathauth-disable-generic' : 'oathauth-enable-generic'),
    kind: isEnd ? 'destructive' : 'primary',
  })
  const hidden = { module: 'totp', action }
  return form({ title: factorTitle, hidden, body: [above, code, submit] }, call)
}
