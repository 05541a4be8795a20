/**
 * Something to do to a reference and to Jeton alike: who must exist before, and what is asked
 * then, in order. A conversation is plain data, so that a recording can hold it as it is.
 */
export interface Conversation {
  /** A sentence that says what the wiki does. */
  readonly name: string
  readonly fixture?: Fixture
  readonly steps: readonly Step[]
}

/** What must be so before the first step; `{fresh}` in a name is a word that no run used before. */
export interface Fixture {
  readonly accounts?: readonly AccountFixture[]
  readonly botPasswords?: readonly BotPasswordFixture[]
  readonly blocks?: readonly BlockFixture[]
  /** Titles of pages that must exist, whatever is on them. */
  readonly pages?: readonly string[]
  /** Prefixes of other wikis; of those that MediaWiki's installer writes. */
  readonly interwikis?: readonly InterwikiFixture[]
  /** Visitors who have logged in already; `{<visitor>.csrf}` is their csrf token. */
  readonly visitors?: Readonly<Record<string, Credentials>>
}

/** A name and a password, as `action=login` takes them. */
export interface Credentials {
  readonly name: string
  readonly password: string
}

/** An account that must exist, with these groups and no others. */
export interface AccountFixture extends Credentials {
  readonly groups?: readonly string[]
  /** Kept together with `realName`: MediaWiki takes both or none. */
  readonly email?: string
  readonly realName?: string
  /** Whether somebody wrote on the account's talk page. */
  readonly newMessages?: boolean
}

/** A bot password that must exist; its generated secret becomes the variable `{secret}`. */
export interface BotPasswordFixture {
  readonly user: string
  readonly appId: string
  readonly grants: readonly string[]
  readonly ips?: readonly string[]
  readonly secret: string
}

/** A block that must be in force. Never an autoblock: that one would hit the recorder's address. */
export interface BlockFixture {
  readonly user: string
  readonly reason: string
  readonly expiry?: string
  readonly mayCreateAccounts?: boolean
}

/** Another wiki, or something else that titles with this prefix lead to. */
export interface InterwikiFixture {
  readonly prefix: string
  readonly url: string
  readonly api?: string
}

/** One request, and what of its answer later steps need. `{name}` stands for a variable. */
export interface Step {
  /** Who asks: each visitor has cookies of their own. */
  readonly as?: string
  readonly method?: string
  /** Relative to the script path; `api.php` unless said. */
  readonly path?: string
  /** Percent-encoded, so that any byte can be said. */
  readonly query?: string
  readonly body?: string
  /** The body's media type: a form unless said, `null` for none at all. */
  readonly type?: string | null
  readonly headers?: Readonly<Record<string, string>>
  /** Cookies to put into the visitor's jar first, named without prefix; `null` takes one out. */
  readonly cookies?: Readonly<Record<string, string | null>>
  /** Settings for this one request. */
  readonly config?: Readonly<Record<string, unknown>>
  /**
   * Variable to dotted path in the answer, to `cookie:<name without prefix>`, or to `token:<n>`: the
   * n-th token, counted from 0, of an answer that is no JSON.
   */
  readonly remember?: Readonly<Record<string, string>>
  /** `shape` looks at keys and types only, `text` at every character of the body. */
  readonly compare?: 'shape' | 'text'
  readonly differs?: Difference
}

/** Where Jeton answers something else on purpose: a row of `docs/differences.md`. */
export interface Difference {
  readonly id: string
  readonly instead: Partial<Answer>
}

/** An answer as it is compared: what is a fact stays, what is chance or prose is a marker. */
export interface Answer {
  readonly status?: number
  /** Only those that are not as usual; `null` for a usual one that is missing. */
  readonly headers?: Readonly<Record<string, string | null>>
  readonly cookies?: readonly string[]
  readonly body: unknown
}
