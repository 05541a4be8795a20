import { Command } from 'commander'
import { version } from '../version.ts'
import { botPasswordCommand } from './bot-password.ts'
import { compareCommand } from './compare.ts'
import { explain } from './explain.ts'
import { serveCommand } from './serve.ts'
import { sessionCommand } from './session.ts'
import { twoFactorCommand } from './two-factor.ts'
import { userCommand } from './user.ts'

const program = new Command('jeton')
  .description("MediaWiki's login, token and logout API as one small, fast server.")
  .version(version)
  .addCommand(serveCommand)
  .addCommand(userCommand)
  .addCommand(botPasswordCommand)
  .addCommand(twoFactorCommand)
  .addCommand(sessionCommand)
  .addCommand(compareCommand)

try {
  await program.parseAsync()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
