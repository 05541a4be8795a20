import { Command } from 'commander'
import { CommandError } from './explain.ts'
import { findAccount } from './find-account.ts'
import { readSecret } from './secret-input.ts'
import { readNonEmptyList } from './split-list.ts'
import { printTable } from './table.ts'
import { addWikiOptions, openChosen, type PrintChoice } from './wiki-options.ts'

/** `jeton bot-password`: the passwords that accounts have for programs. */
export const botPasswordCommand = new Command('bot-password')
  .description('make, list and delete bot passwords')
  .addCommand(
    addWikiOptions(new Command('create'))
      .description('make a bot password and print it')
      .argument('<user>')
      .argument('<app>', 'the name of the bot password')
      .option('--grants <list>', 'what it allows, separated by commas', readNonEmptyList, ['basic'])
      .option(
        '--ips <list>',
        'addresses and ranges it may be used from, separated by commas',
        readNonEmptyList,
      )
      .option(
        '--password-stdin',
        'take the password from a prompt or standard input, instead of a random one',
      )
      .option('--json', 'print JSON')
      .action(create),
  )
  .addCommand(
    addWikiOptions(new Command('list'))
      .description('list the bot passwords of an account')
      .argument('<user>')
      .option('--json', 'print JSON')
      .action(list),
  )
  .addCommand(
    addWikiOptions(new Command('delete'))
      .description('delete a bot password, which ends its sessions')
      .argument('<user>')
      .argument('<app>')
      .option('--json', 'print JSON')
      .action(remove),
  )

interface CreateOptions extends PrintChoice {
  readonly grants: readonly string[]
  readonly ips?: readonly string[]
  readonly passwordStdin?: boolean
}

async function create(user: string, appId: string, options: CreateOptions): Promise<void> {
  await using wiki = openChosen(options)
  const { grants, ips, passwordStdin, json } = options
  const password = passwordStdin ? await readSecret(`Bot password of ${user}`) : undefined
  const made = await wiki.createBotPassword({
    user,
    appId,
    grants,
    ...(ips !== undefined && { ips }),
    ...(password !== undefined && { password }),
  })
  console.log(
    json
      ? JSON.stringify(made)
      : `User name  ${made.user}\nPassword   ${made.password} (shown only now)`,
  )
}

async function list(user: string, options: PrintChoice): Promise<void> {
  await using wiki = openChosen(options)
  const { id } = await findAccount(user, wiki)
  const rows = (await wiki.stores.botPasswords.list(id)).map((found) => ({
    app: found.appId,
    grants: found.grants,
    ips: found.addresses,
    usable: found.passwordHash !== '',
  }))
  console.log(options.json ? JSON.stringify(rows) : printTable(rows))
}

async function remove(user: string, appId: string, options: PrintChoice): Promise<void> {
  await using wiki = openChosen(options)
  const { id, name } = await findAccount(user, wiki)
  if (!(await wiki.stores.botPasswords.delete(id, appId))) {
    throw new CommandError(`${name} has no bot password "${appId}".`)
  }
  console.log(
    options.json ? JSON.stringify({ user: name, app: appId }) : `Deleted ${name}@${appId}.`,
  )
}
