import { Command } from 'commander'
import { changePassword } from '../auth/accounts/change-password.ts'
import { isoTime } from '../clock.ts'
import { say } from '../messages/say.ts'
import { CommandError } from './explain.ts'
import { findAccount } from './find-account.ts'
import { readSecret } from './secret-input.ts'
import { splitList } from './split-list.ts'
import { printTable } from './table.ts'
import { userGroupsCommand } from './user-groups.ts'
import { addWikiOptions, openChosen, type PrintChoice } from './wiki-options.ts'

/** `jeton user`: the accounts of a wiki. */
export const userCommand = new Command('user')
  .description('make, list and change accounts')
  .addCommand(
    addWikiOptions(new Command('create'))
      .description('make an account; its password is asked for, or read from standard input')
      .argument('<name>')
      .option('--groups <list>', 'groups to put it into, separated by commas', splitList, [])
      .option('--email <address>')
      .option('--json', 'print JSON')
      .action(create),
  )
  .addCommand(
    addWikiOptions(new Command('list'))
      .description('list all accounts')
      .option('--json', 'print JSON')
      .action(list),
  )
  .addCommand(userGroupsCommand)
  .addCommand(
    addWikiOptions(new Command('password'))
      .description(
        'give an account another password, which is asked for, or read from standard input; ends its sessions, and its bot passwords have to be made anew',
      )
      .argument('<name>')
      .option('--json', 'print JSON')
      .action(setPassword),
  )

interface CreateOptions extends PrintChoice {
  readonly groups: readonly string[]
  readonly email?: string
}

async function create(name: string, options: CreateOptions): Promise<void> {
  await using wiki = openChosen(options)
  const password = await readSecret(`Password of ${name}`)
  const { groups, email } = options
  const account = await wiki.createAccount({
    name,
    password,
    groups,
    ...(email !== undefined && { email }),
  })
  const made = { id: account.id, name: account.name, groups }
  console.log(options.json ? JSON.stringify(made) : `Made the account ${account.name}.`)
}

async function setPassword(user: string, options: PrintChoice): Promise<void> {
  await using wiki = openChosen(options)
  const account = await findAccount(user, wiki)
  const password = await readSecret(`New password of ${account.name}`)
  const { stores, settings, random, clock } = wiki
  const changing = { ...stores, settings, random, now: clock.now() }
  const flaw = await changePassword(account, password, changing)
  if (flaw !== undefined) {
    const why = say(flaw.why, 'en', 'plaintext')
    throw new CommandError(`The password of ${account.name} cannot be used: ${why}`)
  }
  const { id, name } = account
  console.log(options.json ? JSON.stringify({ id, name }) : `Changed the password of ${name}.`)
}

async function list(options: PrintChoice): Promise<void> {
  await using wiki = openChosen(options)
  const { accounts, memberships } = wiki.stores
  const rows = []
  for (const { id, name, registration } of await accounts.list()) {
    const groups = (await memberships.of(id, wiki.clock.now())).map(({ group }) => group)
    rows.push({ id, name, groups, registration: registration ? isoTime(registration) : null })
  }
  console.log(options.json ? JSON.stringify(rows) : printTable(rows))
}
