import { execFile } from 'node:child_process'
import { mkdtempDisposable, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const nodeModules = join(import.meta.dirname, '../../node_modules')

/** What a program is told by its environment; the names are those of MediaWiki's own containers. */
export interface ProgramEnvironment {
  readonly MW_SERVER: string
  readonly MW_SCRIPT_PATH: string
  readonly MEDIAWIKI_USER: string
  readonly MEDIAWIKI_PASSWORD: string
}

/** A folder for one program and what it leaves behind. */
export interface Workplace extends AsyncDisposable {
  readonly path: string
}

/** Makes an empty folder in which a program finds npm's packages. */
export async function makeWorkplace(): Promise<Workplace> {
  const folder = await mkdtempDisposable(join(tmpdir(), 'jeton-sample-'))
  await symlink(nodeModules, join(folder.path, 'node_modules'))
  return folder
}

/** Runs a program as one of its own, and returns what it printed; a program that fails is an error. */
export async function runProgram(
  [command, ...args]: readonly [string, ...string[]],
  workplace: Workplace,
  environment: ProgramEnvironment,
): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, {
    cwd: workplace.path,
    env: { PATH: process.env['PATH'], ...environment },
    timeout: 60_000,
  })
  return stdout
}
