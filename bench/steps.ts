import { mkdtempDisposable, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jeton } from '../test/server-process.ts'
import { FilledWiki } from './parts/filled-wiki.ts'
import { startJeton } from './parts/jeton.ts'
import { ask, eachOnce, inTurn } from './parts/load.ts'
import { options } from './parts/options.ts'
import { type Visitors, works } from './parts/works.ts'

/*
 * No promise, but where the time goes: what each step of a request costs of the processor, as a
 * profile of a server under load shows it. A sample of the profile counts for the innermost of the
 * steps below that it is in, so a step costs what it does itself and has done by what is no step.
 */

/** The steps in their order, by the files that they are; of several that fit a file the first counts. */
const steps: readonly (readonly [name: string, files: RegExp])[] = [
  ['http: socket and respond', /^src\/http\/(serve|handle|respond|find-route|message|peer)/],
  ['http: read the request', /^src\/(http|params\/(raw|sent)-param)/],
  [
    'read parameters',
    /^src\/(params|api\/(request-reading|read-format|main-module|describe-main))/,
  ],
  ['storage', /^(src\/(storage|memory)|node_modules\/kysely|node:sqlite)/],
  ['open the session', /^src\/session\/(?!token|user-token|save)|^src\/php/],
  ['save the session', /^src\/session\/save/],
  ['tokens', /^src\/session\/.*token/],
  ['who asks, rights and blocks', /^src\/auth/],
  ['api: open and save the visit', /^src\/api\/open-visit/],
  ['api: block cookie', /^src\/api\/block-cookie/],
  ['api: print', /^src\/(api\/(print|cache-headers|open-formatter|find-format)|format|result)/],
  ['api: checks', /^src\/api\/(check|is-unchanged|find-module|echo)/],
  ['the module itself', /^src\/(modules|messages|special|resources)/],
  ['api: answer, the order of the steps', /^src\/api/],
  ['everything else of Jeton', /^src\//],
]
const garbage = 'garbage collection'
const rest = 'node:http, V8 and the system'

/** What `--only` names, or what is asked most of all. */
const work = works[options.only ?? ''] ?? works['checktoken-signed-in']
const [count, connections, warmingSeconds] = [500, 32, 3]

await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-steps-'))
const profiles = join(folder.path, 'profiles')
const questions = work?.questions(await fill(folder.path)) ?? []
const answers = await askProfiled()
const [file = ''] = await readdir(profiles)
// Written by Node just now.
const profile = JSON.parse(await readFile(join(profiles, file), 'utf8')) as Profile
report(costs(profile), answers)

async function fill(data: string): Promise<Visitors> {
  using wiki = await FilledWiki.make(data)
  const browsers = wiki.addSessions(count)
  return { browsers, programs: wiki.addSessions(count, { kind: 'bot password' }) }
}

/** Asks a server that writes its profile when it ends; says how many answers came in the seconds that count. */
async function askProfiled(): Promise<number> {
  const profiling = ['--cpu-prof', '--cpu-prof-interval', '100', '--cpu-prof-dir', profiles]
  // The source, not the package, of which few files are left to tell steps by.
  await using server = await startJeton(folder.path, { flags: profiling, command: jeton })
  const { port } = server
  await ask({ port, connections, next: eachOnce(questions) })
  await ask({ port, connections, next: inTurn(questions, warmingSeconds) })
  return (await ask({ port, connections, next: inTurn(questions, options.seconds) })).answers
}

/** What of a profile as Node writes it is read here. */
interface Profile {
  readonly nodes: readonly ProfileNode[]
  readonly samples: readonly number[]
  /** In microseconds: from the sample before each, and of the first and the last moment. */
  readonly timeDeltas: readonly number[]
  readonly startTime: number
  readonly endTime: number
}

interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string }
  readonly children?: readonly number[]
}

/** The microseconds that went into each step. */
function costs({
  nodes,
  samples,
  timeDeltas,
  startTime,
  endTime,
}: Profile): ReadonlyMap<string, number> {
  const stepOf = new Map<number, string>()
  const nameNode = (node: ProfileNode, around: string): void => {
    const step = stepOfFrame(node) ?? around
    stepOf.set(node.id, step)
    for (const child of node.children ?? []) {
      const found = byId.get(child)
      if (found !== undefined) nameNode(found, step)
    }
  }
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const [root] = nodes
  if (root !== undefined) nameNode(root, rest)

  const total = new Map<string, number>()
  let time = startTime
  for (const [index, id] of samples.entries()) {
    const delta = timeDeltas[index] ?? 0
    time += delta
    if (time < endTime - options.seconds * 1e6) continue

    const step = stepOf.get(id) ?? rest
    total.set(step, (total.get(step) ?? 0) + delta)
  }
  return total
}

function stepOfFrame({ callFrame: { functionName, url } }: ProfileNode): string | undefined {
  if (functionName === '(garbage collector)') return garbage
  if (functionName === '(idle)') return 'idle'
  if (/^node:(_http|net|events|internal\/stream)/.test(url)) return rest
  const file = url.replace(/^.*?\/((?:dist\/)?src|node_modules)\//, '$1/').replace(/^dist\//, '')
  return steps.find(([, files]) => files.test(file))?.[0]
}

function report(total: ReadonlyMap<string, number>, answers: number): void {
  const names = [...steps.map(([name]) => name), garbage, rest]
  const sum = names.reduce((all, name) => all + (total.get(name) ?? 0), 0)
  for (const name of names) {
    const microseconds = (total.get(name) ?? 0) / answers
    const share = ((total.get(name) ?? 0) / sum) * 100
    console.log(
      `  ${name.padEnd(38)}${microseconds.toFixed(2).padStart(7)} us${share.toFixed(0).padStart(5)} %`,
    )
  }
  console.log(`  (${work?.what}; ${answers} answers)`)
}
