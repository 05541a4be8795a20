import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, it } from 'node:test'

const source = join(import.meta.dirname, '..', 'src')

/** What a part may import: anything of some parts, types only of others. */
interface Allowed {
  readonly values: readonly string[]
  readonly types: readonly string[]
}

/** Reads the table of ARCHITECTURE.md: `| part | question | may import |`. */
function readTable(): ReadonlyMap<string, Allowed | 'everything'> {
  const page = readFileSync(join(source, '..', 'ARCHITECTURE.md'), 'utf8')
  const rows = page.matchAll(/^\| `(?<part>[a-z]+)` \| [^|]+ \| (?<cell>[^|]+) \|$/gm)
  return new Map(
    [...rows].map(({ groups }): [string, Allowed | 'everything'] => {
      const { part = '', cell = '' } = groups ?? {}
      if (cell === 'everything') return [part, cell]

      const [values = '', types = ''] = cell.split('types of')
      return [part, { values: names(values), types: names(types) }]
    }),
  )
}

function names(cell: string): readonly string[] {
  return [...cell.matchAll(/`([a-z]+)`/g)].map(([, name = '']) => name)
}

interface Import {
  readonly file: string
  readonly from: string
  readonly to: string
  readonly isType: boolean
}

function findImports(): readonly Import[] {
  const files = globSync('**/*.ts', { cwd: source }).filter((file) => !file.endsWith('.test.ts'))
  return files.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8')
    const found = text.matchAll(/^(?:import|export)\b(?<names>[^'"]*?)\bfrom '(?<path>\.[^']+)'/gm)
    return [...found].map(({ groups }) => {
      const { names = '', path = '' } = groups ?? {}
      const to = relative(source, join(source, dirname(file), path))
      return { file, from: partOf(file), to: partOf(to), isType: /^ type\b/.test(names) }
    })
  })
}

function partOf(file: string): string {
  return file.split('/')[0]?.replace(/(?:\.test)?\.ts$/, '') ?? ''
}

describe('ARCHITECTURE.md', () => {
  const table = readTable()
  const imports = findImports()

  it('has a row for every part of src/, and for nothing else', () => {
    const parts = globSync('*', { cwd: source }).map(partOf)
    assert.deepEqual([...table.keys()].sort(), [...new Set(parts)].sort())
  })

  for (const [part, allowed] of table) {
    if (allowed === 'everything') continue
    it(`lets ${part} import what its row says`, () => {
      const wrong = imports
        .filter(({ from, to }) => from === part && to !== part && !to.startsWith('..'))
        .filter(({ to, isType }) => !(isType && allowed.types.includes(to)))
        .filter(({ to }) => !allowed.values.includes(to))
        .map(({ file, to }) => `${file} imports ${to}`)
      assert.deepEqual(wrong, [])
    })
  }

  it('allows nothing that no file needs', () => {
    for (const [part, allowed] of table) {
      if (allowed === 'everything') continue
      const used = new Set(imports.filter(({ from }) => from === part).map(({ to }) => to))
      const unused = [...allowed.values, ...allowed.types].filter((name) => !used.has(name))
      assert.deepEqual({ part, unused }, { part, unused: [] })
    }
  })
})
