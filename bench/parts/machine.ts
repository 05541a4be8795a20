import { closeSync, fdatasyncSync, mkdtempDisposableSync, openSync, writeSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { spell } from './figures.ts'
import { median } from './median.ts'

/** Says what the figures were found on: durable writes are as fast as the disk makes them. */
export function describeMachine(): string {
  const [cpu] = cpus()
  const cores = `${availableParallelism()} cores of ${cpu?.model ?? 'an unknown make'}`
  const disk = `${tmpdir()} is a disk that takes ${spell(durableWrite())} ms for a durable write`
  return `Node ${process.versions.node}, ${cores}; ${disk}`
}

/** How long it takes until a page of SQLite's is on the disk of temporary files, in milliseconds. */
function durableWrite(): number {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'jeton-bench-'))
  const file = openSync(join(folder.path, 'page'), 'w')
  const page = Buffer.alloc(4096)
  const times = Array.from({ length: 100 }, () => {
    const started = performance.now()
    writeSync(file, page)
    fdatasyncSync(file)
    return performance.now() - started
  })
  closeSync(file)
  return median(times)
}
