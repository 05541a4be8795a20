/** What tokens of one type are made of: which of the session's secrets, and what is mixed in. */
export interface TokenKind {
  readonly secret: 'default' | 'login' | 'createaccount'
  readonly salt: string
}

const kinds = {
  createaccount: { secret: 'createaccount', salt: '' },
  csrf: { secret: 'default', salt: '' },
  deleteglobalaccount: { secret: 'default', salt: 'deleteglobalaccount' },
  login: { secret: 'login', salt: '' },
  patrol: { secret: 'default', salt: 'patrol' },
  rollback: { secret: 'default', salt: 'rollback' },
  setglobalaccountstatus: { secret: 'default', salt: 'setglobalaccountstatus' },
  userrights: { secret: 'default', salt: 'userrights' },
  watch: { secret: 'default', salt: 'watch' },
} as const satisfies Record<string, TokenKind>

/** The name of a token type on the wire. */
export type TokenType = keyof typeof kinds

/** All types of tokens, in MediaWiki's order. */
export const tokenTypes = Object.keys(kinds) as readonly TokenType[]

/** Every token type and what its tokens are made of. */
export const tokenKinds: Readonly<Record<TokenType, TokenKind>> = kinds

/** MediaWiki's forms whose tokens are mixed with a word of their own, and that word. */
const salts = { UserLogout: 'logoutToken' } as const satisfies Record<string, string>

/** The name of a page whose form takes tokens of its own. */
export type TokenForm = keyof typeof salts

/** All pages whose forms take tokens of their own. */
export const tokenForms = Object.keys(salts) as readonly TokenForm[]

/** What is mixed into the tokens of each form. */
export const formSalts: Readonly<Record<TokenForm, string>> = salts
