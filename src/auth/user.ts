import type { SessionBotPassword } from '../session/session-users.ts'
import type { Settings } from '../settings/settings.ts'
import type { Account, AccountStore } from './account-store.ts'
import type { Block, BlockStore } from './block-store.ts'
import type { Membership, MembershipStore } from './membership-store.ts'
import { grantedRights, rightsOf } from './rights.ts'

/** Where is looked up who somebody is. */
export interface UserSources {
  readonly settings: Settings
  readonly accounts: AccountStore
  readonly memberships: MembershipStore
  readonly blocks: BlockStore
  /** When the request came. */
  readonly now: Date
  /** The address of the client, which is the name of who has not logged in. */
  readonly address: string
}

/** Who asks. What is not asked for is not looked up: most requests need no more than the name. */
export class User {
  readonly id: number
  readonly name: string
  readonly #sources: UserSources
  readonly #botPassword: SessionBotPassword | undefined
  #account: Promise<Account | undefined> | undefined
  #memberships: Promise<readonly Membership[]> | undefined
  #blocks: Promise<readonly Block[]> | undefined
  #rights: Promise<ReadonlySet<string>> | undefined

  /** Without `who`, the user is anonymous and called by the address. */
  constructor(
    sources: UserSources,
    who?: { readonly id: number; readonly name: string },
    botPassword?: SessionBotPassword,
  ) {
    this.id = who?.id ?? 0
    this.name = who?.name ?? sources.address
    this.#sources = sources
    this.#botPassword = botPassword
  }

  /** Whether the user has an account. */
  get isRegistered(): boolean {
    return this.id !== 0
  }

  /** The account, as it is stored. */
  account(): Promise<Account | undefined> {
    const { accounts } = this.#sources
    this.#account ??= this.isRegistered ? accounts.findById(this.id) : Promise.resolve(undefined)
    return this.#account
  }

  /** The groups that the user was put into, and until when. */
  memberships(): Promise<readonly Membership[]> {
    const { memberships, now } = this.#sources
    this.#memberships ??= this.isRegistered ? memberships.of(this.id, now) : Promise.resolve([])
    return this.#memberships
  }

  /** The blocks that hold for the user. */
  blocks(): Promise<readonly Block[]> {
    this.#blocks ??= this.#findBlocks()
    return this.#blocks
  }

  async #findBlocks(): Promise<readonly Block[]> {
    const { blocks, address, now } = this.#sources
    const found = await blocks.find(this.id, address, now)
    if (!this.isRegistered || found.length === 0) return found

    const isExempt = (await this.#grantedRights()).has('ipblock-exempt')
    return found.filter((block) => !block.ofAddress || !(block.anonymousOnly || isExempt))
  }

  /** The groups that the user is in by being who he is. */
  async implicitGroups(): Promise<readonly string[]> {
    if (!this.isRegistered) return ['*']

    return (await this.#isAutoconfirmed()) ? ['*', 'user', 'autoconfirmed'] : ['*', 'user']
  }

  async #isAutoconfirmed(): Promise<boolean> {
    const { AutoConfirmAge, AutoConfirmCount } = this.#sources.settings
    if (AutoConfirmAge === 0 && AutoConfirmCount === 0) return true

    const account = await this.account()
    if (account === undefined || account.editCount < AutoConfirmCount) return false
    const since = account.registration?.getTime() ?? 0
    return this.#sources.now.getTime() - since >= AutoConfirmAge * 1000
  }

  /** All groups, those the user was put into first. */
  async groups(): Promise<readonly string[]> {
    const explicit = (await this.memberships()).map(({ group }) => group)
    return [...explicit, ...(await this.implicitGroups())]
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
    return isBlocked ? common(granted, rightsOf(['*'], settings)) : granted
  }

  /** What the user may do when not blocked: one of these rights decides which blocks hold. */
  async #grantedRights(): Promise<ReadonlySet<string>> {
    const { settings } = this.#sources
    const rights = rightsOf(await this.groups(), settings)
    if (this.#botPassword === undefined) return rights

    return common(rights, grantedRights(this.#botPassword.grants, settings))
  }

  /** Tells whether the user may do something. */
  async may(right: string): Promise<boolean> {
    return (await this.rights()).has(right)
  }
}

/** What is in both, in the order of the first: clients are shown it. */
function common(rights: ReadonlySet<string>, allowed: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...rights].filter((right) => allowed.has(right)))
}
