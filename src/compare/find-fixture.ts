import * as v from 'valibot'
import type { AccountFixture, BlockFixture, InterwikiFixture } from './conversation.ts'
import type { Peer } from './peer.ts'
import { Visitor } from './visitor.ts'

const usersAnswer = v.object({
  query: v.object({
    users: v.tuple([
      v.object({
        missing: v.optional(v.boolean()),
        blockreason: v.optional(v.string()),
        blockexpiry: v.optional(v.string()),
      }),
    ]),
  }),
})

const infoAnswer = v.object({
  query: v.object({
    userinfo: v.object({
      groups: v.array(v.string()),
      email: v.optional(v.string(), ''),
      realname: v.optional(v.string(), ''),
      messages: v.optional(v.boolean(), false),
    }),
  }),
})

const pagesAnswer = v.object({
  query: v.object({ pages: v.tuple([v.object({ missing: v.optional(v.boolean()) })]) }),
})

const interwikiAnswer = v.object({
  query: v.object({ interwikimap: v.array(v.object({ prefix: v.string() })) }),
})

/** Groups that accounts are in by themselves. */
const implicit = ['*', 'user', 'autoconfirmed']

/** Tells whether an account is there already, just as it is wanted. */
export async function hasAccount(peer: Peer, wanted: AccountFixture): Promise<boolean> {
  const found = await findUser(peer, wanted.name)
  // Not tried with a password: a wrong one counts, and the conversation may be about that.
  if (found === undefined) return false

  const visitor = new Visitor(peer)
  await visitor.logIn(wanted)
  const uiprop = 'groups|email|realname|hasmsg'
  const asked = await visitor.ask({ action: 'query', meta: 'userinfo', uiprop })
  const info = v.safeParse(infoAnswer, asked)
  if (!info.success) return false
  const { groups, email, realname, messages } = info.output.query.userinfo
  const own = groups.filter((group) => !implicit.includes(group))
  return (
    own.sort().join() === [...(wanted.groups ?? [])].sort().join() &&
    email === (wanted.email ?? '') &&
    realname === (wanted.realName ?? '') &&
    messages === (wanted.newMessages ?? false)
  )
}

/** Tells whether a block is in force; of one with an end nobody can say whether it is the wanted. */
export async function hasBlock(peer: Peer, wanted: BlockFixture): Promise<boolean> {
  const { user, reason, expiry, mayCreateAccounts } = wanted
  if (expiry !== undefined || mayCreateAccounts) return false
  const found = await findUser(peer, user)
  return found?.blockreason === reason && found.blockexpiry === 'infinite'
}

/** Tells whether a prefix leads to another wiki. */
export async function hasInterwiki(peer: Peer, { prefix }: InterwikiFixture): Promise<boolean> {
  const form = { action: 'query', meta: 'siteinfo', siprop: 'interwikimap' }
  const map = v.safeParse(interwikiAnswer, await new Visitor(peer).ask(form))
  return map.success && map.output.query.interwikimap.some((each) => each.prefix === prefix)
}

/** Tells whether there is a page. */
export async function hasPage(peer: Peer, title: string): Promise<boolean> {
  const found = v.safeParse(
    pagesAnswer,
    await new Visitor(peer).ask({ action: 'query', titles: title }),
  )
  return found.success && !found.output.query.pages[0].missing
}

async function findUser(peer: Peer, name: string) {
  const form = { action: 'query', list: 'users', ususers: name, usprop: 'blockinfo' }
  const asked = v.safeParse(usersAnswer, await new Visitor(peer).ask(form))
  if (!asked.success) return undefined
  const [user] = asked.output.query.users
  return user.missing ? undefined : user
}
