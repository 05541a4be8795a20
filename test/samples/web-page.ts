import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { runInThisContext } from 'node:vm'
import { JSDOM } from 'jsdom'

// Runs a program in a page of a wiki, as its gadgets run: node web-page.ts PROGRAM.
// The visitor is logged in if the environment has a name and a password.

/** The part of MediaWiki's own JavaScript that is needed here; mock-mediawiki brings it, without types. */
interface MediaWiki {
  readonly Api: new () => { login(user: string, password: string): PromiseLike<unknown> }
}

const { MW_SERVER = '', MW_SCRIPT_PATH = '', MEDIAWIKI_USER, MEDIAWIKI_PASSWORD } = process.env

function openPage(): MediaWiki {
  const { window } = new JSDOM('<!DOCTYPE html>', {
    url: `${MW_SERVER}${MW_SCRIPT_PATH}/index.php`,
  })
  Object.assign(globalThis, { window, document: window.document, location: window.location })

  const require = createRequire(import.meta.url)
  // What a wiki writes into its pages about itself, read when the scripts of the page start.
  const config: object = require('mock-mediawiki/lib/mediawiki.base/config.json')
  Object.assign(config, { wgServer: MW_SERVER, wgScriptPath: MW_SCRIPT_PATH })
  return require('mock-mediawiki').mw
}

const mw = openPage()
if (MEDIAWIKI_USER && MEDIAWIKI_PASSWORD)
  await new mw.Api().login(MEDIAWIKI_USER, MEDIAWIKI_PASSWORD)

const [program = ''] = process.argv.slice(2)
runInThisContext(await readFile(program, 'utf8'), program)
