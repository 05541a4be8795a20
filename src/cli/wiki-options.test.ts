import assert from 'node:assert/strict'
import { chmod, mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { SettingsError } from '../index.ts'
import { databaseFile, openChosen, readChoice } from './wiki-options.ts'

/** Settings as somebody writes them on a command line or into a file, and what is wrong with them. */
// biome-ignore format: a table
const mistakes: readonly { file?: string; set?: string; says: RegExp }[] = [
  { set: 'Sitename',            says: /^--set takes Name=JSON, not "Sitename"\.$/ },
  { set: '=1',                  says: /^--set takes Name=JSON, not "=1"\.$/ },
  { set: '',                    says: /^--set takes Name=JSON, not ""\.$/ },
  { set: 'Sitename=',           says: /^--set Sitename takes JSON, not : text needs quotes/ },
  { set: 'Sitename=My wiki',    says: /^--set Sitename takes JSON, not My wiki: .*'Sitename="My wiki"'/ },
  { file: 'not JSON',           says: /^The settings file .*settings\.json is not JSON: / },
  { file: '',                   says: /^The settings file .*settings\.json is not JSON: / },
  { file: '[]',                 says: /^The settings file .*settings\.json must hold an object: / },
  { file: 'null',               says: /^The settings file .*settings\.json must hold an object: / },
  { file: '"Sitename"',         says: /^The settings file .*settings\.json must hold an object: / },
]

async function readFrom(file: string | undefined, set: readonly string[]): Promise<unknown> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-options-'))
  const settings = join(folder.path, 'settings.json')
  if (file !== undefined) await writeFile(settings, file)
  return readChoice({ data: 'data', set, ...(file !== undefined && { settings }) })
}

describe('the settings of a command', () => {
  for (const { file, set, says } of mistakes) {
    it(`say what is wrong with ${set === undefined ? `a file of ${file}` : `--set ${set}`}`, async () => {
      await assert.rejects(readFrom(file, set === undefined ? [] : [set]), (error) => {
        assert(error instanceof SettingsError)
        assert.match(error.message, says)
        return true
      })
    })
  }

  it('are those of the file, over them those of the command line, and the last of them', async () => {
    const file = '{"Sitename": "File", "LanguageCode": "fr"}'
    assert.deepEqual(
      await readFrom(file, ['Sitename="Line"', 'ReadOnly=false', 'Sitename="Last"']),
      {
        ...{ Sitename: 'Last', LanguageCode: 'fr', ReadOnly: false },
      },
    )
  })

  it('say which file the database is', () => {
    assert.equal(databaseFile('some/folder', { DBname: 'my_wiki' }), 'some/folder/my_wiki.sqlite')
  })
})

describe('a wiki of a command', () => {
  it('whose folder cannot be read is not said to be missing', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-options-'))
    const data = folder.path
    const open = () => openChosen({ data, set: [] })
    assert.throws(open, {
      name: 'CommandError',
      message: `There is no wiki at ${data}/wiki.sqlite: "jeton serve" makes one.`,
    })
    await chmod(data, 0)
    asNobody(() => {
      assert.throws(open, {
        name: 'CommandError',
        message: `The data folder ${data} cannot be read: permission denied.`,
      })
    })
    await chmod(data, 0o700)
  })
})

/** Does something without the rights of root, who may read everything. */
function asNobody(act: () => void): void {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    act()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}
