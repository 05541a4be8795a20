import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { jeton } from './server-process.ts'

/** How a command ended, and what it said. */
export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `jeton` to its end, with this on its standard input. */
export function runJeton(args: readonly string[], input: string | Buffer = ''): Promise<Outcome> {
  return run(process.execPath, [jeton, ...args], input)
}

/** Runs a program to its end. */
export async function run(
  program: string,
  args: readonly string[],
  input: string | Buffer = '',
  cwd = process.cwd(),
): Promise<Outcome> {
  const child = spawn(program, args, { env: plainEnvironment(), cwd })
  const ended = once(child, 'close')
  // One that does not read its input closes it early.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  await ended
  return { code: child.exitCode, stdout, stderr }
}

/** Without the variables that `jeton` reads: what they say is no part of a test. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(?:JETON_|MEDIAWIKI_|MW_)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}
