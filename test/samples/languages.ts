import { join } from 'node:path'
import { findPhp, findPython } from './interpreters.ts'

const python = await findPython('requests')
const php = await findPhp('curl')
const webPage = join(import.meta.dirname, 'web-page.ts')

/** The two things that the documents have programs for. */
export const actions = ['logout', 'checktoken'] as const

/** What a program of the documents does. */
export type SampleAction = (typeof actions)[number]

/** How programs in one of the documents' languages are run, and how they print the wiki's answer. */
export interface Language {
  /** The heading above its programs in the documents. */
  readonly name: string
  /** How the names of files in it end. */
  readonly extension: string
  readonly command: readonly [string, ...string[]]
  readonly skip: string | false
  readonly prints: Readonly<Record<SampleAction, string>>
  /** A program in a page finds its visitor logged in, where the others do that themselves. */
  readonly inPage: boolean
}

const javascript = { logout: '{}', checktoken: "{ checktoken: { result: 'invalid' } }" }

/** The languages of the documents, in their order. */
export const languages: readonly Language[] = [
  {
    name: 'Python',
    extension: '.py',
    command: [python.command],
    skip: python.skip,
    prints: { logout: '{}', checktoken: "{'checktoken': {'result': 'invalid'}}" },
    inPage: false,
  },
  {
    name: 'PHP',
    extension: '.php',
    command: [php.command],
    skip: php.skip,
    prints: { logout: '{}', checktoken: '{"checktoken":{"result":"invalid"}}' },
    inPage: false,
  },
  {
    name: 'JavaScript',
    extension: '.js',
    command: [process.execPath],
    skip: false,
    prints: javascript,
    inPage: false,
  },
  {
    name: 'MediaWiki JS',
    extension: '.mediawiki.js',
    command: [process.execPath, webPage],
    skip: false,
    prints: javascript,
    inPage: true,
  },
]
