#!/usr/bin/env node
// Plain old syntax, so that an old Node can read this far and say what is wrong.
var major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    'Jeton needs Node.js 24 or newer, and this is ' +
      process.version +
      '. "npm ci" brings it along: then "npm start", or "npx jeton".',
  )
  process.exit(1)
}
// The command itself says what goes wrong in it.
void import('./main.ts')
