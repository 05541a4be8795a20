import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { RunningServer } from '../running-server.ts'

/** Runs a client of another language: its program is told where the wiki is, and prints what it saw. */
export async function runClient(
  command: string,
  program: string,
  server: RunningServer,
  password: string,
): Promise<readonly string[]> {
  const args = [program, server.apiUrl, server.botUser, password]
  const { stdout } = await promisify(execFile)(command, args, { timeout: 60_000 })
  return stdout.trimEnd().split('\n')
}
