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
  /** Variable to dotted path in the answer, or to `cookie:<name without prefix>`. */
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

/** What a step may say beside its request line. */
export type StepDetails = Omit<Step, 'query' | 'body'>

const json = 'format=json&formatversion=2'

/** Asks by GET, for JSON in version 2 unless the query names a format. */
export function get(query: string, details: StepDetails = {}): Step {
  return { query: withFormat(query), ...details }
}

/** Asks by POST with a form, for JSON in version 2 unless the form names a format. */
export function post(body: string, details: StepDetails & { readonly query?: string } = {}): Step {
  const { query, ...rest } = details
  const form = hasFormat(query ?? '') ? body : withFormat(body)
  return { ...(query === undefined ? {} : { query }), body: form, ...rest }
}

/** Asks for a login token, which opens a session, and remembers it as `{login}`. */
export function fetchLoginToken(details: StepDetails = {}): Step {
  const remember = { login: 'query.tokens.logintoken', ...details.remember }
  return get('action=query&meta=tokens&type=login', { ...details, remember })
}

function withFormat(pairs: string): string {
  if (hasFormat(pairs)) return pairs
  return pairs === '' ? json : `${pairs}&${json}`
}

function hasFormat(pairs: string): boolean {
  return /(^|&)format=/.test(pairs)
}
