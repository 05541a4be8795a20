import { join } from 'node:path'
import * as v from 'valibot'
import { buildPackage } from './package.ts'
import { withChildren } from './processes.ts'
import { type ServerProcess, startProcess } from './server-process.ts'

/** How it is started, beside what `serve` is told always. */
interface StartOptions {
  /** For `serve`. */
  readonly more?: readonly string[]
  /** For Node. */
  readonly flags?: readonly string[]
  /** The command, if not the package's. */
  readonly command?: string
}

/** Starts Jeton on a data folder: the package, as npm would install it, with default settings. */
export async function startJeton(
  data: string,
  { more = [], flags = [], command = join(buildPackage(), 'src/cli/jeton.js') }: StartOptions = {},
): Promise<ServerProcess> {
  const serve = ['serve', '--json', '--port', '0', '--data', data, ...more]
  const started = await startProcess([...flags, command, ...serve])
  const { url } = v.parse(readyLine, JSON.parse(started.line))
  return {
    port: Number(new URL(url).port),
    // Workers, where there are any, are its children.
    pids: () => withChildren(started.pid),
    [Symbol.asyncDispose]: () => started[Symbol.asyncDispose](),
  }
}

const readyLine = v.object({ url: v.string() })
