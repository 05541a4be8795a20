import { createRequire } from 'node:module'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { rolldown } from 'rolldown'

// What Node's `fetch` can send, which no page of jsdom has.
const { FormData: nodeFormData } = globalThis

/** A promise as `mw.Api` gives it. */
export interface OldPromise {
  then(
    done: ((...values: unknown[]) => unknown) | null,
    fail?: (...values: unknown[]) => unknown,
  ): OldPromise
  catch(fail: (...values: unknown[]) => unknown): OldPromise
  done(callback: (...values: unknown[]) => unknown): OldPromise
  fail(callback: (...values: unknown[]) => unknown): OldPromise
  always(callback: (...values: unknown[]) => unknown): OldPromise
  abort(): void
  state(): string
}

type Parameters = Readonly<Record<string, unknown>>

/** What tests use of `mw.Api`. */
export interface OldApi {
  readonly defaults: { readonly parameters: Parameters; readonly useUS: boolean }
  get(parameters: Parameters, options?: object): OldPromise
  post(parameters: Parameters, options?: object): OldPromise
  ajax(parameters: Parameters, options?: object): OldPromise
  postWithToken(type: string, parameters: Parameters, options?: object): OldPromise
  postWithEditToken(parameters: Parameters): OldPromise
  getToken(type: string, asserted?: Parameters | string): OldPromise
  getEditToken(): OldPromise
  badToken(type: string): void
  login(name: string, password: string): OldPromise
  getUserInfo(): OldPromise
  assertCurrentUser(parameters: Parameters): Parameters
  saveOption(name: string, value: unknown): OldPromise
  saveOptions(values: Parameters): OldPromise
  getErrorMessage(details: unknown): { text(): string }
  abort(): void
}

/** What tests use of `mw`. */
export interface Mw {
  readonly Api: new (options?: object) => OldApi
  readonly config: {
    get(name: string | readonly string[], fallback?: unknown): unknown
    set(name: string | Parameters, value?: unknown): unknown
    exists(name: string): boolean
  }
  readonly user: {
    readonly tokens: { get(name: string): unknown }
    getId(): unknown
    getName(): unknown
    isAnon(): boolean
    isNamed(): boolean
    getRegistration(): unknown
    id(): unknown
    generateRandomSessionId(): string
    getGroups(callback?: (groups: unknown) => unknown): OldPromise
    getRights(callback?: (rights: unknown) => unknown): OldPromise
  }
  readonly util: {
    wikiScript(name?: string): string
    getUrl(title?: string, params?: Parameters): string
    getParamValue(name: string, url?: string): string | null
    rawurlencode(text: string): string
  }
  readonly hook: (name: string) => {
    add(handler: (...values: unknown[]) => void): unknown
    fire(...values: unknown[]): unknown
  }
}

/** What tests use of ours, which mock-mediawiki has not. */
export interface OurMw extends Mw {
  readonly ForeignApi: new (url: string, options?: object) => OldApi
}

/** What a wiki writes into its page about itself. */
export const pageConfig = {
  wgServer: '//test.wikipedia.org',
  wgScriptPath: '/w',
  wgScript: '/w/index.php',
  wgArticlePath: '/wiki/$1',
  wgPageName: 'Test_page',
  wgCookiePrefix: 'wiki',
  wgUserName: 'Wikiuser',
  wgUserId: 234,
  wgUserGroups: ['*', 'user'],
  wgUserRegistration: 1401893192000,
}

/** The tokens that it writes beside. */
export const pageTokens = { patrolToken: 'patrol+\\', watchToken: 'watch+\\', csrfToken: 'csrf+\\' }

/** Opens a page with MediaWiki's own scripts, as mock-mediawiki has them. */
export function openMediaWikis(origin: string): Mw {
  const { window } = new JSDOM('<!DOCTYPE html>', { url: `${origin}/w/index.php` })
  // Such are the globals of a page, where these scripts look for them; with QUnit they have a method more.
  const { document, location } = window
  const ofPage = { window, document, location, FormData: Reflect.get(window, 'FormData') }
  Object.assign(globalThis, ofPage)
  Object.assign(window, { QUnit: {} })

  const require = createRequire(import.meta.url)
  Object.assign(require('mock-mediawiki/lib/mediawiki.base/config.json'), pageConfig)
  const { mw } = require('mock-mediawiki')
  mw.user.tokens.set(pageTokens)
  mw.Api.resetTokenCacheForTest()
  return mw
}

/** Opens a page with our own scripts. */
export async function openOurs(origin: string): Promise<OurMw> {
  const data = { config: pageConfig, tokens: pageTokens, options: {}, messages: {} }
  const html = `<!DOCTYPE html><body><script type="application/json" id="mw-config">${JSON.stringify(data)}</script>`
  const { window } = new JSDOM(html, { url: `${origin}/w/index.php` })
  const names = ['document', 'location', 'Node', 'HTMLElement']
  const globals = names.map((name) => Reflect.get(window, name))
  const run = new Function('window', 'FormData', ...names, await bundlePage())
  run(window, nodeFormData, ...globals)
  return Reflect.get(window, 'mw')
}

async function bundlePage(): Promise<string> {
  const input = join(import.meta.dirname, '../../src/browser/page.ts')
  await using bundle = await rolldown({ input, platform: 'browser' })
  const { output } = await bundle.generate({ format: 'iife' })
  return output[0].code
}
