import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'

const root = join(import.meta.dirname, '../..')

/** The promises of docs/security.md. */
function readPromises(): ReadonlySet<number> {
  const page = readFileSync(join(root, 'docs/security.md'), 'utf8')
  return new Set([...page.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number)))
}

/** The promises that tests name: `it('security 12, 13: …')`. */
function readNamed(): ReadonlySet<number> {
  const files = globSync('{src,test}/**/*.ts', { cwd: root })
  const names = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return [...text.matchAll(/\bit\(\s*['`]security ([\d, ]+):/g)].map(
      ([, numbers = '']) => numbers,
    )
  })
  return new Set(names.flatMap((numbers) => numbers.split(',').map(Number)))
}

it('every promise of docs/security.md has a test that names it, and every name is one of them', () => {
  const inOrder = (numbers: ReadonlySet<number>) => [...numbers].sort((one, other) => one - other)
  assert.deepEqual(inOrder(readNamed()), inOrder(readPromises()))
})
