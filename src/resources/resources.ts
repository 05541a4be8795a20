import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Settings } from '../settings/settings.ts'

/** A file that pages load. */
export interface Resource {
  readonly type: string
  readonly body: Buffer
  readonly gzipped: Buffer
}

/** What pages load; a change of any file changes the address of all, so that browsers may keep them. */
interface Resources {
  readonly hash: string
  readonly files: ReadonlyMap<string, Resource>
}

/** Where the package keeps them; in a clone they are made when they are first needed. */
const folder = join(import.meta.dirname, 'files')

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

let loaded: Promise<Resources> | undefined

/** The addresses of what pages load. */
export async function findResources({
  ScriptPath,
}: Pick<Settings, 'ScriptPath'>): Promise<{ addressOf(name: string): string }> {
  const { hash } = await load()
  return { addressOf: (name) => `${ScriptPath}/resources/${hash}/${name}` }
}

/** Finds a file by its name alone, as it is now. */
export async function findCurrent(name: string): Promise<Resource> {
  const { files } = await load()
  const found = files.get(name)
  if (found === undefined)
    throw new RangeError(`Cannot find "${name}": known are ${[...files.keys()]}`)
  return found
}

/** Finds a file by what its address ends with: `<hash>/page.css`. An address of another version has none. */
export async function findResource(path: string): Promise<Resource | undefined> {
  const { hash, files } = await load()
  const [asked, name = ''] = path.split('/', 2)
  return asked === hash ? files.get(name) : undefined
}

function load(): Promise<Resources> {
  // The same in all wikis of a process: they are a part of the program.
  loaded ??= read().catch((error: unknown) => {
    // What could not be read now may be there later.
    loaded = undefined
    throw error
  })
  return loaded
}

async function read(): Promise<Resources> {
  const bytes = (await findFiles()) ?? (await bundle())
  const hash = createHash('sha256')
  for (const [name, body] of bytes) hash.update(name).update(body)
  const entries = [...bytes].map(async ([name, body]): Promise<[string, Resource]> => {
    const type = types[extname(name)] ?? 'application/octet-stream'
    return [name, { type, body, gzipped: await promisify(gzip)(body, { level: 9 }) }]
  })
  return { hash: hash.digest('hex').slice(0, 16), files: new Map(await Promise.all(entries)) }
}

async function findFiles(): Promise<ReadonlyMap<string, Buffer> | undefined> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    // A clone has none.
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (names === undefined) return undefined
  const entries = names
    .sort()
    .map(async (name): Promise<[string, Buffer]> => [name, await readFile(join(folder, name))])
  return new Map(await Promise.all(entries))
}

async function bundle(): Promise<ReadonlyMap<string, Buffer>> {
  const { bundleResources } = await import('./bundle-resources.ts')
  return bundleResources()
}
