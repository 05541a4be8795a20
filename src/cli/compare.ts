import { Command, Option } from 'commander'
import { CannotCompare } from '../compare/cannot-compare.ts'
import { type Comparison, compareFiles } from '../compare/compare.ts'
import {
  type Counts,
  comparisonData,
  countSteps,
  reportComparison,
  sayCounts,
} from '../compare/comparison-report.ts'
import type { Credentials } from '../compare/conversation.ts'
import { openSide } from '../compare/side.ts'
import { CommandError, explain } from './explain.ts'
import { readSecret } from './secret-input.ts'

interface CompareOptions {
  readonly user?: string
  readonly userB?: string
  readonly passwordStdin?: boolean
  readonly json?: boolean
}

/** What the command ends with, as `diff` does. */
const exitCodes = { same: 0, different: 1, failed: 2 } as const

/** `jeton compare`: asks two wikis the same, and shows what they answer differently. */
export const compareCommand = new Command('compare')
  .description(
    'replay conversations against two api.php and show how the answers differ; ends with 0 if they do not, 1 if they do, 2 if they cannot be compared',
  )
  .argument('<a>', 'the address of an api.php')
  .argument('<b>', 'the address of another')
  .argument('<file...>', 'HAR files as browsers save them, or recordings of test/conformance')
  .addOption(
    new Option('--user <name>', 'who logs in; the password is in MEDIAWIKI_PASSWORD').env(
      'MEDIAWIKI_USER',
    ),
  )
  .addOption(
    new Option(
      '--user-b <name>',
      'who logs in to the second, unless it is the same; the password is in MEDIAWIKI_PASSWORD_B',
    ).env('MEDIAWIKI_USER_B'),
  )
  .option('--password-stdin', 'take the password from a prompt or standard input')
  .option('--json', 'print JSON')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : exitCodes.failed))
  .action(run)

async function run(
  a: string,
  b: string,
  files: readonly string[],
  options: CompareOptions,
): Promise<void> {
  try {
    const counts = await compare(a, b, files, options)
    process.exitCode = counts.different > 0 ? exitCodes.different : exitCodes.same
  } catch (error) {
    // Other commands fail with 1, which here says that something differs.
    console.error(explain(error))
    process.exitCode = exitCodes.failed
  }
}

async function compare(
  a: string,
  b: string,
  files: readonly string[],
  options: CompareOptions,
): Promise<Counts> {
  const users = await readUsers(options)
  const [sideA, sideB] = [await openSide(a, users.a), await openSide(b, users.b)]
  const comparisons: Comparison[] = []
  for await (const comparison of compareFiles(files, sideA, sideB, users.a !== undefined)) {
    comparisons.push(comparison)
    if (!options.json) console.log(reportComparison(comparison))
  }
  const counts = countSteps(comparisons)
  const [urlA, urlB] = [sideA.url, sideB.url]
  const all = { a: urlA, b: urlB, conversations: comparisons.map(comparisonData), counts }
  console.log(options.json ? JSON.stringify(all) : `- ${urlA}\n+ ${urlB}\n${sayCounts(counts)}`)
  if (counts.notPlayed === counts.exchanges)
    throw new CannotCompare('Nothing could be played, so nothing is compared.')
  return counts
}

/** Who logs in to which: the second wiki has the same user unless another is given. */
async function readUsers({ user, userB, passwordStdin }: CompareOptions): Promise<{
  readonly a?: Credentials
  readonly b?: Credentials
}> {
  const { MEDIAWIKI_PASSWORD, MEDIAWIKI_PASSWORD_B } = process.env
  if (user === undefined) {
    if (userB !== undefined) throw new CommandError('--user-b needs --user for the first wiki.')
    return {}
  }
  const password = passwordStdin ? await readSecret(`Password of ${user}`) : MEDIAWIKI_PASSWORD
  if (!password)
    throw new CommandError(`The password of ${user} is missing: set MEDIAWIKI_PASSWORD.`)
  const a = { name: user, password }
  return { a, b: { name: userB ?? user, password: MEDIAWIKI_PASSWORD_B ?? password } }
}
