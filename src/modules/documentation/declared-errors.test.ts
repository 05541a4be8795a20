import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { exampleProvider } from '../../../test/example-provider.ts'
import { Visitor } from '../../../test/visitor.ts'
import { describeMain } from '../../api/describe-main.ts'
import { modulesWith } from '../../extensions/add-extensions.ts'
import { extensions } from '../../extensions/index.ts'
import { createWiki } from '../../index.ts'
import { errorCodes } from '../../result/error-codes.ts'
import { extensionNames } from '../../settings/extensions.ts'
import { errorsOf } from './errors-of.ts'
import { submodulesOf } from './find-described.ts'

const main = describeMain(modulesWith(Object.values(extensions)))
const ours = submodulesOf(main, { deep: true }).filter(({ group }) => group !== 'format')
const root = join(import.meta.dirname, '../../..')
const errorKeys = Object.keys(errorCodes)

/** The files in which extensions say what their modules are, by the module's name. */
const ofExtensions = new Map(
  globSync('src/extensions/*/*.ts', { cwd: root }).map((file) => [basename(file, '.ts'), file]),
)

/** Where a module is written: `query+tokens` in `src/modules/query/tokens.ts`. */
function fileOf(path: string): URL {
  const ofExtension = ofExtensions.get(path.replace(/^.*\+/, ''))
  const file = ofExtension ?? `src/modules/${path.replaceAll('+', '/')}.ts`
  return pathToFileURL(join(root, file))
}

/** The files of ours that a file imports more than types from. */
function importsOf(text: string, file: URL): readonly URL[] {
  const found = [...text.matchAll(/^(?:import(?! type)|export) [^']*?from '(\.[^']+)'/gm)]
  return found
    .map(([, path = '']) => new URL(path, file))
    .filter(({ pathname }) => /\/src\/(?:modules|extensions)\//.test(pathname))
}

/** The files that a module is made of, with what is in them, without those of other modules. */
async function filesOf(path: string): Promise<ReadonlyMap<string, string>> {
  const others = new Set(ours.filter((each) => each.path !== path).map((each) => fileOf(each.path)))
  const foreign = new Set([...others].map(({ href }) => href))
  const texts = new Map<string, string>()
  const left = [fileOf(path)]
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (texts.has(file.href) || foreign.has(file.href)) continue
    const text = await readFile(fileURLToPath(file), 'utf8')
    texts.set(file.href, text)
    left.push(...importsOf(text, file))
  }
  return texts
}

function quotedKeys(text: string): readonly string[] {
  return errorKeys.filter((key) => text.includes(`'${key}'`))
}

/** The keys of the errors that a file throws; of one that is computed, all that can be meant. */
function thrownKeys(href: string, files: ReadonlyMap<string, string>): readonly string[] {
  const text = files.get(href) ?? ''
  return [...text.matchAll(/new ApiError\(\s*[^,]+,\s*([^,)]+)/g)].flatMap(([, key = '']) => {
    if (key.startsWith("'")) return [key.slice(1, -1)]
    if (key.startsWith('`')) {
      const [start = '', end = ''] = key.slice(1, -1).split(/\$\{[^}]*\}/)
      return errorKeys.filter((each) => each.startsWith(start) && each.endsWith(end))
    }
    const near = importsOf(text, new URL(href)).map((file) => files.get(file.href) ?? '')
    return [text, ...near].flatMap(quotedKeys)
  })
}

describe('the errors that modules declare', () => {
  const thrown = new Set<string>()

  for (const module of ours) {
    it(`are all that the files of ${module.path} throw`, async () => {
      const files = await filesOf(module.path)
      const keys = [...files.keys()].flatMap((href) => thrownKeys(href, files))
      for (const key of keys) thrown.add(key)
      const declared: readonly string[] = errorsOf(module).map(({ key }) => key)
      assert.deepEqual(
        keys.filter((key) => !declared.includes(key)),
        [],
      )
      assert.deepEqual(
        module.errors.filter(({ key }) => !keys.includes(key)),
        [],
        'declared, but never thrown',
      )
    })
  }

  after(() => {
    // Otherwise the search finds nothing any more, and the tests above mean nothing.
    for (const key of ['apierror-badcontinue', 'apierror-badgenerator-unknown']) {
      assert.ok(thrown.has(key), key)
    }
    assert.ok(thrown.has('apierror-badmodule-nosubmodules'))
    assert.ok(thrown.has('apierror-siteinfo-includealldenied'))
    assert.ok(thrown.has('apierror-invalidparammix'))
  })
})

/** What is left of an answer without its values: its names, and the types of what is there. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (value === null || typeof value !== 'object') return typeof value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]))
}

/** What else needs a good token, where its examples say `123ABC`; to `checktoken` a bad one is good. */
const tokenTypes: Readonly<Record<string, string>> = { login: 'login' }

/** The modules whose examples are asked by somebody who has logged in, and by whom. */
const askedByUser: ReadonlyMap<string, string> = new Map([
  ['options', 'User'],
  ['jetonendsession', 'User'],
  ['query+jetonsessions', 'User'],
  // Other examples know the password of the first user.
  ['changeauthenticationdata', 'Yves'],
  ['removeauthenticationdata', 'User'],
  ['linkaccount', 'User'],
  ['unlinkaccount', 'User'],
])

/** The password of the examples is one that nobody should choose: that only `validatepassword` is to know. */
const commonPasswords = (areRefused: boolean) => ({
  policies: { default: { PasswordNotInCommonList: areRefused } },
})
const mayBlock = { GroupPermissions: { __merge: { '*': { block: true, blockemail: true } } } }
const stewards = {
  'centralauth-lock': true,
  'centralauth-suppress': true,
  'centralauth-unmerge': true,
}
const mayAskOfFactors = { GroupPermissions: { __merge: { '*': { 'oathauth-api-all': true } } } }
const configs: Readonly<Record<string, object>> = {
  block: mayBlock,
  unblock: mayBlock,
  deleteglobalaccount: { GroupPermissions: { __merge: { '*': stewards } } },
  setglobalaccountstatus: { GroupPermissions: { __merge: { '*': stewards } } },
  oathvalidate: mayAskOfFactors,
  'query+oath': mayAskOfFactors,
  // Who asks is nobody, and may change all groups.
  userrights: { AddGroups: { '*': true }, RemoveGroups: { '*': true } },
  validatepassword: { PasswordPolicy: { __merge: commonPasswords(true) } },
}

/** Stands in an example for a session of the same user, which ends in it. */
const sessionOfExample = '0123456789abcdef0123456789abcdef'

describe('the examples that modules declare', () => {
  const wiki = createWiki({
    settings: {
      // The lag of all servers is a secret otherwise.
      ShowHostnames: true,
      PasswordPolicy: {
        policies: {
          default: { PasswordNotInCommonList: false, PasswordCannotMatchDefaults: false },
        },
      },
      Extensions: extensionNames,
    },
    providers: { primary: [exampleProvider] },
    testMode: true,
  })

  before(async () => {
    for (const name of ['User', 'Yves', 'Vandal', 'Bob']) {
      await wiki.createAccount({ name, password: 'password' })
    }
    await wiki.createAccount({ name: 'Example', password: 'ExamplePassword' })
    const password = 'a-long-password'
    await wiki.createAccount({ name: 'FooBot', password, groups: ['sysop', 'bureaucrat'] })
    await wiki.createAccount({ name: 'SometimeSysop', password })
    const { id } = await wiki.createAccount({ name: 'BarBot', password })
    const { database } = wiki
    await database.updateTable('user').set('user_id', 123).where('user_id', '=', id).execute()
    for (const user of ['Yves', 'Bob']) {
      const { error } = await askAsShown('block', `action=block&user=${user}&token=123ABC`)
      assert.equal(error, undefined)
    }
    await database.updateTable('ipblocks').set('ipb_id', 105).where('ipb_id', '=', 1).execute()
  })
  after(() => wiki.close())

  /** Logs in as the only one: sessions of earlier examples are no part of this one. */
  async function logInAlone(visitor: Visitor, name: string): Promise<void> {
    await visitor.logIn(name, 'password')
    const token = await visitor.token('csrf')
    await visitor.ask({ action: 'jetonendsession', others: '1', token })
  }

  /** Begins another session of the same user. */
  async function otherSession(visitor: Visitor): Promise<string | undefined> {
    await new Visitor(wiki.fetch).logIn('User', 'password')
    return (await visitor.sessions()).find(({ current }) => !current)?.id
  }

  const askAsShown = async (path: string, encoded: string) => {
    const { token: tokenType } = ours.find((each) => each.path === path) ?? {}
    const visitor = new Visitor(wiki.fetch)
    const name = askedByUser.get(path)
    if (name !== undefined) await logInAlone(visitor, name)
    const session = path === 'jetonendsession' ? await otherSession(visitor) : undefined
    const type = tokenTypes[path] ?? tokenType
    const token = type === undefined ? '123ABC' : await visitor.token(type)
    const given = encoded
      .replace('123ABC', encodeURIComponent(token))
      .replace(sessionOfExample, session ?? '')
    const form = new URLSearchParams(given)
    return visitor.ask(
      { errorformat: 'bc', ...Object.fromEntries(form) },
      { 'x-test-config': JSON.stringify(configs[path] ?? {}) },
    )
  }

  for (const { path, examples, mustBePosted } of ours) {
    it(`show at least one answer of ${path}`, () => {
      assert.ok(examples.some(({ answer }) => answer !== undefined))
    })

    for (const { query, answer } of examples) {
      const encoded = query.replaceAll('+', '%2B')
      if (answer === undefined && mustBePosted) {
        it(`are answered: ${query}`, async () => {
          assert.equal((await askAsShown(path, encoded)).error, undefined)
        })
      } else if (answer === undefined) {
        it(`are answered: ${query}`, async () => {
          const address = `http://127.0.0.1:8080/api.php?format=json&${encoded}`
          const response = await wiki.fetch(new Request(address))
          assert.equal(response.headers.get('mediawiki-api-error'), null)
        })
      } else {
        it(`are answered as declared: ${query}`, async () => {
          const { body, error } = await askAsShown(path, encoded)
          assert.equal(error, undefined)
          // Warnings depend on how one asks.
          const told = Object.entries(body).filter(([name]) => name !== 'warnings')
          assert.deepEqual(shapeOf(Object.fromEntries(told)), shapeOf(answer))
        })
      }
    }
  }
})
