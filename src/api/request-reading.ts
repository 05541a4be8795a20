import { explicitGroups } from '../auth/groups/rights.ts'
import { canonicalUserName } from '../auth/names/user-name.ts'
import type { User } from '../auth/user.ts'
import { namespaces } from '../modules/namespaces.ts'
import { readPageTitle } from '../modules/query/page-title.ts'
import type { RawParams } from '../params/raw-params.ts'
import type { ParamReading, ParamTitle } from '../params/read-params.ts'
import type { Problem } from '../result/problem.ts'
import type { Reply } from '../result/reply.ts'
import type { ResultValue } from '../result/value.ts'
import { oncePerSettings } from '../settings/once-per-settings.ts'
import { isOn, type Settings } from '../settings/settings.ts'
import type { Visit } from './open-visit.ts'

/**
 * What the parameters of a request can be about: who sent it, and what the wiki has. It is a class since
 * most requests ask next to nothing of that: a function for each question took 0.2 µs to make.
 */
export class RequestReading implements ParamReading {
  readonly raw: RawParams
  readonly #wiki: Pick<Visit, 'settings' | 'sources' | 'clock'>
  readonly #user: User
  readonly #reply: Reply
  readonly #warnings: Problem[] | undefined
  #now: Date | undefined
  #limits: Map<string, ResultValue> | undefined

  constructor(
    raw: RawParams,
    wiki: Pick<Visit, 'settings' | 'sources' | 'clock'>,
    user: User,
    reply: Reply,
    warnings?: Problem[],
  ) {
    this.raw = raw
    this.#wiki = wiki
    this.#user = user
    this.#reply = reply
    this.#warnings = warnings
  }

  /** The same, except that warnings are kept and not told. */
  warningOf(warnings: Problem[]): RequestReading {
    return new RequestReading(this.raw, this.#wiki, this.#user, this.#reply, warnings)
  }

  warn(problem: Problem): void {
    if (this.#warnings === undefined) this.#reply.warn(problem)
    else this.#warnings.push(problem)
  }

  get now(): Date {
    this.#now ??= this.#wiki.clock.now()
    return this.#now
  }

  async hasHighLimits(): Promise<boolean> {
    return this.#user.may('apihighlimits')
  }

  tellLimit(moduleName: string, limit: number): void {
    if (this.#limits === undefined) {
      this.#limits = new Map()
      this.#reply.add('limits', this.#limits)
    }
    this.#limits.set(moduleName, limit)
  }

  userName(given: string): string | undefined {
    return canonicalUserName(given)
  }

  async findUserName(id: number): Promise<string | undefined> {
    const account = await this.#wiki.sources.accounts.findById(id)
    return account?.name
  }

  async findTitle(given: string): Promise<ParamTitle | undefined> {
    const { settings, sources } = this.#wiki
    const title = readPageTitle(given, { settings, interwikis: await sources.interwikis.list() })
    return 'full' in title ? title : undefined
  }

  async pageExists({ namespace, text }: ParamTitle): Promise<boolean> {
    return (await this.#wiki.sources.pages.findByTitle(namespace, text)) !== undefined
  }

  isOn(setting: string): boolean {
    return isOn(this.#wiki.settings, setting)
  }

  /** Nobody can make tags here. */
  async tags(): Promise<readonly string[]> {
    return []
  }

  get groups(): readonly string[] {
    return explicitGroups(this.#wiki.settings)
  }

  get namespaces(): readonly number[] {
    return pageNamespaces(this.#wiki.settings)
  }
}

/** The namespaces that can have pages. */
const pageNamespaces = oncePerSettings((settings: Settings): readonly number[] =>
  namespaces(settings)
    .map(({ id }) => id)
    .filter((id) => id >= 0),
)
