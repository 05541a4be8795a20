import { Command } from 'commander'
import { makeSecondFactor, secondFactorAddress } from '../auth/two-factor/make-second-factor.ts'
import type { OpenWiki } from '../index.ts'
import { CommandError } from './explain.ts'
import { findAccount } from './find-account.ts'
import { addWikiOptions, openChosen, type PrintChoice, type WikiChoice } from './wiki-options.ts'

/** `jeton two-factor`: the second factors of accounts, on a wiki with the extension OATHAuth. */
export const twoFactorCommand = new Command('two-factor')
  .description('give accounts a second factor, and take it away')
  .addCommand(
    addWikiOptions(new Command('enable'))
      .description('make a secret for an authenticator app, and print it with recovery codes')
      .argument('<user>')
      .option('--json', 'print JSON')
      .action(enable),
  )
  .addCommand(
    addWikiOptions(new Command('disable'))
      .description('let an account log in with its password alone')
      .argument('<user>')
      .option('--json', 'print JSON')
      .action(disable),
  )
  .addCommand(
    addWikiOptions(new Command('status'))
      .description('tell whether an account has a second factor, and how many recovery codes')
      .argument('<user>')
      .option('--json', 'print JSON')
      .action(status),
  )

async function enable(user: string, options: PrintChoice): Promise<void> {
  await using wiki = openWithSecondFactors(options)
  const { id, name } = await findAccount(user, wiki)
  if ((await wiki.stores.secondFactors.find(id)) !== undefined) {
    throw new CommandError(
      `${name} has a second factor already: "jeton two-factor disable" takes it away, so that another can be made.`,
    )
  }
  const factor = makeSecondFactor(wiki.random)
  await wiki.stores.secondFactors.save(id, factor)
  const address = secondFactorAddress(factor, name, wiki.settings.Sitename)
  if (options.json) return console.log(JSON.stringify({ user: name, address, ...factor }))

  console.log(`User            ${name}
Secret          ${factor.secret}
For the app     ${address}
Recovery codes  ${factor.recoveryCodes.join('\n                ')}
(all of it is shown only now)`)
}

async function disable(user: string, options: PrintChoice): Promise<void> {
  await using wiki = openWithSecondFactors(options)
  const { id, name } = await findAccount(user, wiki)
  if (!(await wiki.stores.secondFactors.remove(id))) {
    throw new CommandError(`${name} has no second factor.`)
  }
  console.log(options.json ? JSON.stringify({ user: name }) : `${name} needs no code any more.`)
}

async function status(user: string, options: PrintChoice): Promise<void> {
  await using wiki = openWithSecondFactors(options)
  const { id, name } = await findAccount(user, wiki)
  const factor = await wiki.stores.secondFactors.find(id)
  const told = {
    user: name,
    enabled: factor !== undefined,
    recoveryCodes: factor?.recoveryCodes.length ?? 0,
  }
  if (options.json) return console.log(JSON.stringify(told))

  console.log(
    told.enabled
      ? `${name} has a second factor, and ${told.recoveryCodes} recovery codes left.`
      : `${name} has no second factor.`,
  )
}

function openWithSecondFactors(options: WikiChoice): OpenWiki {
  const wiki = openChosen(options)
  if (wiki.settings.Extensions.includes('OATHAuth')) return wiki

  throw new CommandError(
    'This wiki has no second factors: switch them on with --set Extensions=\'["OATHAuth"]\', here and for serve.',
  )
}
