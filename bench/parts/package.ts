import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Names the folder of a package that is built already, for the files of one run. */
const packageVariable = 'JETON_BENCH_PACKAGE'

/** Builds the package as it is published, unless this run has done so, and says where it is until the run ends. */
export function buildPackage(): string {
  const built = process.env[packageVariable]
  if (built !== undefined) return built

  const folder = mkdtempSync(join(tmpdir(), 'jeton-package-'))
  const pack = ['pack', '--silent', '--pack-destination', folder]
  execFileSync('npm', pack, { cwd: root })
  const [archive = ''] = readdirSync(folder)
  execFileSync('tar', ['-xzf', archive], { cwd: folder })
  const unpacked = join(folder, 'package')
  symlinkSync(join(root, 'node_modules'), join(unpacked, 'node_modules'))
  process.env[packageVariable] = unpacked
  process.on('exit', () => rmSync(folder, { recursive: true }))
  return unpacked
}
