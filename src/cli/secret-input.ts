import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { CommandError } from './explain.ts'

/** Takes a secret from the keyboard without showing it, or the first line of standard input. */
export async function readSecret(prompt: string): Promise<string> {
  const { stdin } = process
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: stdin, output: silent, terminal: stdin.isTTY })
  if (stdin.isTTY) process.stderr.write(`${prompt}: `)
  try {
    const line = await Promise.race([
      once(lines, 'line').then(([text]) => String(text)),
      once(lines, 'close').then(() => undefined),
    ])
    if (!line) throw new CommandError(`${prompt}: nothing was given.`)
    // What is no UTF-8 was read as this character, so the secret would be one that nobody can type.
    if (line.includes('\ufffd')) throw new CommandError(`${prompt}: it must be in UTF-8.`)
    return line
  } finally {
    lines.close()
    if (stdin.isTTY) process.stderr.write('\n')
  }
}
