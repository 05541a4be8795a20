import { type Awaitable, withValue } from '../awaitable.ts'
import type { SessionBotPassword } from '../session/session-users.ts'
import type { Settings } from '../settings/settings.ts'
import type { Account, AccountStore } from './accounts/account-store.ts'
import type { ActivityStore } from './accounts/activity-store.ts'
import {
  type RequestTraces,
  systemBlocks,
  tracedBlocks,
  uniqueBlocks,
} from './blocks/address-blocks.ts'
import type { Block, BlockStore } from './blocks/block-store.ts'
import { combineBlocks } from './blocks/combine-blocks.ts'
import { findNarrowest } from './blocks/find-narrowest.ts'
import { type Candidate, isPromoted } from './groups/is-promoted.ts'
import type { Membership, MembershipStore } from './groups/membership-store.ts'
import { anonymousRights, everybodysRights, grantedRights, rightsOf } from './groups/rights.ts'

/** Where is looked up who somebody is. */
export interface UserSources {
  readonly settings: Settings
  readonly accounts: AccountStore
  readonly memberships: MembershipStore
  readonly blocks: BlockStore
  readonly activity: Pick<ActivityStore, 'firstContribution'>
  /** When the request came. */
  readonly now: Date
  /** The address of the client, which is the name of who has not logged in. */
  readonly address: string
}

interface PossibleBlocks {
  readonly own: readonly Block[]
  readonly all: readonly Block[]
}

/** Who asks. What is not asked for is not looked up: most requests need no more than the name. */
export class User {
  readonly id: number
  readonly name: string
  readonly #sources: UserSources
  readonly #botPassword: SessionBotPassword | undefined
  readonly #traces: RequestTraces | undefined
  #account: Awaitable<Account | undefined>
  #memberships: Awaitable<readonly Membership[]> | undefined
  #possible: Awaitable<PossibleBlocks> | undefined
  #blocks: Awaitable<readonly Block[]> | undefined
  #promotions: Promise<readonly string[]> | undefined
  #rights: Promise<ReadonlySet<string>> | undefined

  /**
   * Without `who`, the user is anonymous and called by the address. Only who sent the request has left
   * `traces` in it: blocks of the address are not for others.
   */
  constructor(
    sources: UserSources,
    who?: { readonly id: number; readonly name: string },
    botPassword?: SessionBotPassword,
    traces?: RequestTraces,
  ) {
    this.id = who?.id ?? 0
    this.name = who?.name ?? sources.address
    this.#sources = sources
    this.#botPassword = botPassword
    this.#traces = traces
  }

  /** Whether the user has an account. */
  get isRegistered(): boolean {
    return this.id !== 0
  }

  /** The account, as it is stored. */
  account(): Awaitable<Account | undefined> {
    const { accounts } = this.#sources
    this.#account ??= this.isRegistered ? accounts.findById(this.id) : undefined
    return this.#account
  }

  /** The groups that the user was put into, and until when. */
  memberships(): Awaitable<readonly Membership[]> {
    const { memberships, now } = this.#sources
    this.#memberships ??= this.isRegistered ? memberships.of(this.id, now) : []
    return this.#memberships
  }

  /** The blocks that hold for the user. */
  blocks(): Awaitable<readonly Block[]> {
    this.#blocks ??= this.#findBlocks()
    return this.#blocks
  }

  #findBlocks(): Awaitable<readonly Block[]> {
    return withValue(this.#possibleBlocks(), ({ own, all }) => {
      if (all.length === own.length) return own
      const isExempt = this.#isExemptFromAddressBlocks()
      return withValue(isExempt, (exempt) => (exempt ? own : uniqueBlocks(all)))
    })
  }

  /** The blocks of the account, and all that hold for who is not exempt. */
  #possibleBlocks(): Awaitable<PossibleBlocks> {
    this.#possible ??= this.#findPossibleBlocks()
    return this.#possible
  }

  #findPossibleBlocks(): Awaitable<PossibleBlocks> {
    const { blocks, address, now } = this.#sources
    const traces = this.#traces
    const isAnonymous = !this.isRegistered
    return withValue(blocks.find(this.id, traces && address, now), (found) => {
      const own = found.filter(({ ofAddress }) => !ofAddress)
      if (traces === undefined) return { own, all: own }

      const system = systemBlocks(this.#sources, isAnonymous)
      const held = found.filter(({ anonymousOnly }) => isAnonymous || !anonymousOnly)
      return withValue(tracedBlocks(traces, this.#sources, isAnonymous), (traced) => ({
        own,
        all: [...system, ...held, ...traced],
      }))
    })
  }

  /** The block that holds for the user; several count as one. */
  async block(): Promise<Block | undefined> {
    return combineBlocks(await this.blocks(), this.#sources)
  }

  /** The block of the address itself, the narrowest if there are several, unless the user is exempt from those. */
  async addressBlock(): Promise<Block | undefined> {
    const { blocks, address, now } = this.#sources
    const found = await blocks.find(0, address, now)
    if (found.length === 0 || (await this.#isExemptFromAddressBlocks())) return undefined
    return findNarrowest(found)
  }

  async #isExemptFromAddressBlocks(): Promise<boolean> {
    return (await this.#grantedRights()).has('ipblock-exempt')
  }

  /** The groups that the user is in by being who he is. */
  async implicitGroups(): Promise<readonly string[]> {
    if (!this.isRegistered) return ['*']

    this.#promotions ??= this.#findPromotions()
    return [...new Set(['*', 'user', ...(await this.#promotions)])]
  }

  async #findPromotions(): Promise<readonly string[]> {
    const { settings, now, address, activity } = this.#sources
    const candidate: Candidate = {
      settings,
      now,
      address,
      account: () => this.account(),
      explicitGroups: () => this.#explicitGroups(),
      firstEdit: () => activity.firstContribution(this.id),
      // Whether the user is exempt from some of them depends on the groups, and those on this.
      isBlocked: async () => (await this.#possibleBlocks()).all.some(({ sitewide }) => sitewide),
    }
    const promotions: string[] = []
    for (const [group, condition] of Object.entries(settings.Autopromote)) {
      if (await isPromoted(condition, candidate)) promotions.push(group)
    }
    return promotions
  }

  async #explicitGroups(): Promise<readonly string[]> {
    return (await this.memberships()).map(({ group }) => group)
  }

  /** All groups, those the user was put into first. */
  async groups(): Promise<readonly string[]> {
    return [...new Set([...(await this.#explicitGroups()), ...(await this.implicitGroups())])]
  }

  /** What the user may do; with a bot password no more than its grants allow. */
  rights(): Promise<ReadonlySet<string>> {
    this.#rights ??= this.#findRights()
    return this.#rights
  }

  async #findRights(): Promise<ReadonlySet<string>> {
    const { settings } = this.#sources
    const granted = await this.#grantedRights()
    if (!settings.BlockDisablesLogin || !this.isRegistered) return granted

    const isBlocked = (await this.blocks()).length > 0
    return isBlocked ? common(granted, anonymousRights(settings)) : granted
  }

  /** What the user may do when not blocked: one of these rights decides which blocks hold. */
  async #grantedRights(): Promise<ReadonlySet<string>> {
    const { settings } = this.#sources
    const rights = rightsOf(await this.groups(), settings)
    if (this.#botPassword === undefined) return rights

    return common(rights, grantedRights(this.#botPassword.grants, settings))
  }

  /** Tells whether the user may do something; at once where nothing has to be looked up. */
  may(right: string): Awaitable<boolean> {
    const { settings } = this.#sources
    const grants = this.#botPassword?.grants
    if (grants !== undefined && !grantedRights(grants, settings).has(right)) return false
    if (everybodysRights(settings).has(right)) return true
    return withValue(this.rights(), (rights) => rights.has(right))
  }
}

/** What is in both, in the order of the first: clients are shown it. */
function common(rights: ReadonlySet<string>, allowed: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...rights].filter((right) => allowed.has(right)))
}
