import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** What a program is started with, and for the tests that need it the reason to be skipped without. */
export interface Interpreter {
  readonly command: string
  readonly skip: string | false
}

/** Finds a Python that has this library: Debian's libraries belong to Debian's own Python. */
export function findPython(library: string): Promise<Interpreter> {
  const isThere = ['-c', `import ${library}`]
  return find(['python3', '/usr/bin/python3'], isThere, `python3 with ${library}`)
}

/** Finds a PHP that has this extension. */
export function findPhp(extension: string): Promise<Interpreter> {
  const isThere = ['-r', `exit(extension_loaded('${extension}') ? 0 : 1);`]
  return find(['php'], isThere, `php with ${extension}`)
}

/** Finds curl, and a shell to run commands for it. */
export function findCurl(): Promise<Interpreter> {
  return find(['sh'], ['-c', 'curl --version'], 'curl')
}

/** Finds a Perl that has this library. */
export function findPerl(library: string): Promise<Interpreter> {
  return find(['perl'], [`-M${library}`, '-e', '1'], `perl with ${library}`)
}

async function find(
  commands: readonly string[],
  isThere: readonly string[],
  name: string,
): Promise<Interpreter> {
  for (const command of commands) {
    if (await succeeds(command, isThere)) return { command, skip: false }
  }
  return { command: name, skip: `${name} is not installed` }
}

async function succeeds(command: string, args: readonly string[]): Promise<boolean> {
  // Not to be there at all, and to be there without the library, are the same "no".
  return promisify(execFile)(command, args).then(
    () => true,
    () => false,
  )
}
