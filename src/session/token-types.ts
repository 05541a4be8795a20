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
