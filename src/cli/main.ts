import { Command } from 'commander'
import { version } from '../version.ts'
import { explain } from './explain.ts'

/** Each command by its name, in the order of the help. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['serve', async () => (await import('./serve.ts')).serveCommand],
  ['user', async () => (await import('./user.ts')).userCommand],
  ['bot-password', async () => (await import('./bot-password.ts')).botPasswordCommand],
  ['two-factor', async () => (await import('./two-factor.ts')).twoFactorCommand],
  ['session', async () => (await import('./session.ts')).sessionCommand],
  ['compare', async () => (await import('./compare.ts')).compareCommand],
])

const program = new Command('jeton')
  .description("MediaWiki's login, token and logout API as one small, fast server.")
  .version(version)

try {
  // A command waits for no other; the help, and what is no command, needs all.
  const asked = commands.get(process.argv[2] ?? '')
  for (const load of asked ? [asked] : commands.values()) program.addCommand(await load())
  await program.parseAsync()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
