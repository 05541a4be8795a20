import { explainFor } from '../auth/sessions/explain-for.ts'
import { type Html, html } from '../messages/html.ts'
import { findLogInTime } from '../session/find-log-in-time.ts'
import { buttons } from './forms/buttons.ts'
import { form } from './forms/form.ts'
import { textField } from './forms/text-field.ts'
import { definePage, type PageCall } from './page.ts'
import { showTime } from './show-time.ts'
import { sayExplanation } from './tokens/say-explanation.ts'
import { tokenTypeTable } from './tokens/token-type-table.ts'

// As much as the API's own module takes.
const longestToken = 2000

/** Explains a token to who pastes it: when it was made, what it is good for in this session, and why not. */
export const tokens = definePage({
  name: 'Tokens',
  title: 'pages-tokens',
  holdsSecrets: true,

  async answer(call) {
    const { say } = call
    const token = readToken(call)
    // Nothing is changed by it: a form that has grown old explains the token as well.
    const explanation = token === '' ? undefined : await explain(token, call)
    return {
      body: html`<p>${say('pages-tokens-intro')}</p>
${explanation}${tokenForm(token, call)}
<h2>${say('pages-tokens-session')}</h2>
<p>${await whoAsks(call)}</p>
<p>${say('pages-tokens-programs')}</p>
<h2>${say('pages-tokens-all-types')}</h2>
${tokenTypeTable(call)}`,
    }
  },
})

/** A token in an address, where logs and histories keep it, is not even looked at. */
function readToken({ isPosted, params, field }: PageCall): string {
  return isPosted && !params.isInQuery('wpToken') ? field('wpToken').slice(0, longestToken) : ''
}

async function explain(token: string, call: PageCall): Promise<Html> {
  const { session, user, sources, clock } = call
  const hasCredentials = user.isRegistered === (session.user !== undefined)
  const known = await explainFor(token, { ...call, hasCredentials }, { ...sources, clock })
  return sayExplanation(known, call)
}

function tokenForm(token: string, call: PageCall): Html {
  const { say } = call
  const field = textField({
    id: 'wpToken',
    name: 'wpToken',
    label: say('pages-tokens-field'),
    value: token,
    autocomplete: 'off',
    maxLength: longestToken,
    required: true,
  })
  const body = [field, buttons({ label: say('pages-tokens-submit') })]
  return form({ title: 'Special:Tokens', body }, call)
}

async function whoAsks({ say, user, session, sources, language }: PageCall): Promise<Html> {
  if (!user.isRegistered) return say('pages-tokens-anonymous')

  const name = html`<bdi>${user.name}</bdi>`
  const since = await findLogInTime(session, sources.sessionIndex)
  return since === undefined
    ? say('pages-tokens-loggedin', name)
    : say('pages-tokens-loggedin-since', name, showTime(since, language))
}
