import { Command } from 'commander'
import { endAllSessions, endSession, endSessionsOf } from '../auth/sessions/end-sessions.ts'
import { type SessionSources, sessionSearch } from '../auth/sessions/session-search.ts'
import { isoTime } from '../clock.ts'
import type { OpenWiki } from '../index.ts'
import {
  allSessions,
  type ListedSession,
  lastUsedFirst,
  listSessions,
  type SessionSearch,
} from '../session/list-sessions.ts'
import { CommandError } from './explain.ts'
import { findAccount } from './find-account.ts'
import { printTable } from './table.ts'
import { addWikiOptions, openChosen, type PrintChoice } from './wiki-options.ts'

/** `jeton session`: who is logged in. */
export const sessionCommand = new Command('session')
  .description('list and end sessions')
  .addCommand(
    addWikiOptions(new Command('list'))
      .description('list the sessions of who is logged in')
      .option('--user <name>', 'only those of one account')
      .option('--json', 'print JSON')
      .action(list),
  )
  .addCommand(
    addWikiOptions(new Command('end'))
      .description('end a session, all of an account, or all of all accounts')
      .argument('[id]', 'the session, as "list" calls it')
      .option('--user <name>', 'all sessions of this account')
      .option('--all', 'all sessions of all accounts')
      .option('--json', 'print JSON')
      .action(end),
  )

interface SessionOptions extends PrintChoice {
  readonly user?: string
  readonly all?: boolean
}

async function list({ user, json, ...choice }: SessionOptions): Promise<void> {
  await using wiki = openChosen(choice)
  const search = sessionSearch(sourcesOf(wiki))
  const rows = []
  if (user === undefined) for await (const session of allSessions(search)) rows.push(session)
  else rows.push(...(await sessionsOf(user, wiki, search)))
  const told = rows.toSorted(lastUsedFirst).map(describe)
  console.log(json ? JSON.stringify(told) : printTable(told))
}

/** The sessions of an account; one that is locked has none that anybody could go on with. */
async function sessionsOf(
  user: string,
  wiki: OpenWiki,
  search: SessionSearch,
): Promise<readonly ListedSession[]> {
  const { id } = await findAccount(user, wiki)
  const found = await search.users.findUser(id)
  return found === undefined ? [] : listSessions(found, search)
}

async function end(id: string | undefined, options: SessionOptions): Promise<void> {
  const { user, all, json, ...choice } = options
  if ([id, user, all].filter((given) => given !== undefined).length !== 1)
    throw new CommandError('Name one session, or --user, or --all.')

  await using wiki = openChosen(choice)
  const print = (result: object, said: string) => console.log(json ? JSON.stringify(result) : said)
  const sources = sourcesOf(wiki)
  if (id !== undefined) {
    const ended = await endSession(await findListed(id, sources), sources)
    const ids = ended.map(({ handle }) => handle)
    const others = ids.length - 1
    const also = others === 0 ? '' : `, and ${others} more that were remembered`
    return print({ ended: ids }, `Ended the session ${id} of ${ended[0]?.user.name}${also}.`)
  }
  if (user !== undefined) {
    const account = await findAccount(user, wiki)
    await endSessionsOf(account, sources)
    return print({ user: account.name }, `Ended all sessions of ${account.name}.`)
  }
  const accounts = await endAllSessions(sources)
  print(
    { accounts },
    `Ended all sessions of ${accounts} ${accounts === 1 ? 'account' : 'accounts'}.`,
  )
}

function sourcesOf({ stores, settings, random, clock }: OpenWiki): SessionSources {
  return { ...stores, settings, random, clock }
}

/** Whose it is has to be found out: only an account's own sessions are quickly found. */
async function findListed(id: string, sources: SessionSources): Promise<ListedSession> {
  for await (const session of allSessions(sessionSearch(sources)))
    if (session.handle === id) return session

  throw new CommandError(`There is no session ${id}.`)
}

function describe({ handle, user, record, ...listed }: ListedSession) {
  return {
    id: handle,
    user: user.name,
    app: listed.appId ?? null,
    remembered: listed.remembered,
    made: spell(listed.made),
    used: spell(listed.used),
    expires: spell(record.metadata.expires),
    address: listed.address ?? null,
    agent: listed.agent ?? null,
  }
}

function spell(seconds: number | undefined): string | null {
  return seconds === undefined ? null : isoTime(new Date(seconds * 1000))
}
