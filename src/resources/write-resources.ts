import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleResources } from './bundle-resources.ts'

// `npm run build`: the package brings what pages load, and needs nothing to make it.
const folder = join(import.meta.dirname, '../../dist/files')
await mkdir(folder, { recursive: true })
for (const [name, body] of await bundleResources()) await writeFile(join(folder, name), body)
