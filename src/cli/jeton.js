#!/usr/bin/env node
// Plain old syntax, so that an old Node can read this far and say what is wrong.
import { existsSync } from 'node:fs'

var major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    'Jeton needs Node.js 24 or newer, and this is ' +
      process.version +
      '. In a clone of Jeton, "npm ci" brings one along, for "npm start" and "npx jeton".',
  )
  process.exit(1)
}
// A clone runs its source, an installed package what was built of it.
var source = new URL('./main.ts', import.meta.url)
var built = new URL('../../dist/main.js', import.meta.url)
// The command itself says what goes wrong in it.
void import(existsSync(source) ? source.href : built.href)
