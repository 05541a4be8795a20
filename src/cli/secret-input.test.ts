import assert from 'node:assert/strict'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { runJeton } from '../../test/command.ts'
import { createWiki } from '../index.ts'

describe('a password on standard input', () => {
  it('is refused when it is no UTF-8, since nobody could type what it becomes', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-secret-'))
    await createWiki({ file: join(folder.path, 'wiki.sqlite') }).close()
    const latin1 = Buffer.from('pélican-harbour-compass\n', 'latin1')
    const args = ['user', 'create', 'Bob', '--data', folder.path]
    const { code, stderr } = await runJeton(args, latin1)
    assert.deepEqual([code, stderr], [1, 'Password of Bob: it must be in UTF-8.\n'])
    // No account has been made, or the name would be taken.
    assert.equal((await runJeton(args, 'pélican-harbour-compass\n')).code, 0)
  })
})
