import { type Html, html } from '../../messages/html.ts'
import type { MessageKey } from '../../messages/message.ts'
import { submodulesOf } from '../../modules/documentation/find-described.ts'
import type { Described } from '../../modules/module.ts'
import { type TokenType, tokenTypes } from '../../session/token-types.ts'
import type { PageCall } from '../page.ts'
import { table } from '../table.ts'

const purposes: Readonly<Record<TokenType, MessageKey>> = {
  createaccount: 'pages-tokens-for-createaccount',
  csrf: 'pages-tokens-for-csrf',
  deleteglobalaccount: 'pages-tokens-for-deleteglobalaccount',
  login: 'pages-tokens-for-login',
  patrol: 'pages-tokens-for-patrol',
  rollback: 'pages-tokens-for-rollback',
  setglobalaccountstatus: 'pages-tokens-for-setglobalaccountstatus',
  userrights: 'pages-tokens-for-userrights',
  watch: 'pages-tokens-for-watch',
}

/** Shows which types of tokens there are, what each is for, and which modules of this wiki want it. */
export function tokenTypeTable(call: PageCall): Html {
  const { say, text } = call
  return table({
    namesRows: true,
    caption: text('pages-tokens-all-types'),
    columns: [
      text('pages-tokens-type'),
      text('pages-tokens-purpose'),
      text('pages-tokens-modules'),
    ],
    rows: tokenTypes.map((type) => ({
      cells: [html`<code>${type}</code>`, say(purposes[type]), modulesWith(type, call)],
    })),
  })
}

function modulesWith(type: TokenType, { main, addressOf, say }: PageCall): Html {
  const modules = submodulesOf(main, { deep: false }).filter((module) => wants(module, type))
  if (modules.length === 0) return say('pages-tokens-no-module')
  const links = modules.map(
    ({ path }) => html`<a href="${addressOf(`Special:ApiHelp/${path}`)}">${path}</a>`,
  )
  return html`${links.map((link, at) => (at === 0 ? link : html`, ${link}`))}`
}

/** `action=login` takes its token by a name of its own, and says itself what is wrong with it. */
function wants({ path, token }: Described, type: TokenType): boolean {
  return token === type || (path === 'login' && type === 'login')
}
