import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../running-server.ts'
import { installMediaWiki, openWithMediaWiki } from './mediawiki.ts'
import type { Accounts } from './shared-visitor.ts'

/** MediaWiki and Jeton, both open on one data folder. */
export interface SharedWiki extends AsyncDisposable {
  readonly accounts: Accounts
  /** Where `wiki.sqlite` is. */
  readonly dataFolder: string
  readonly apiUrls: { readonly MediaWiki: string; readonly Jeton: string }
}

/** Lets users look at their sessions; and a table that MediaWiki does not know must not disturb it. */
const withExtensions = ['--set', 'Extensions=["CentralAuth", "JetonSessions"]']

/** Starts Jeton on a wiki that MediaWiki made and goes on serving. */
export async function makeWithMediaWiki(): Promise<SharedWiki> {
  await using starting = new AsyncDisposableStack()
  const mediaWiki = starting.use(await installMediaWiki())
  const { dataFolder, password, botPassword } = mediaWiki
  // Stored they are hashes: only if it is told them can Jeton say who may log in.
  const passwords = ['--admin-password', password, '--bot-password', botPassword]
  const jeton = starting.use(
    await startServer('--data', dataFolder, ...passwords, ...withExtensions),
  )

  const running = starting.move()
  return {
    accounts: mediaWiki,
    dataFolder,
    apiUrls: { MediaWiki: mediaWiki.apiUrl, Jeton: jeton.apiUrl },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

/** Starts MediaWiki on a wiki that Jeton made and goes on serving. */
export async function makeWithJeton(): Promise<SharedWiki> {
  await using starting = new AsyncDisposableStack()
  const { path } = starting.use(await mkdtempDisposable(join(tmpdir(), 'jeton-')))
  const jeton = starting.use(await startServer('--data', path, ...withExtensions))
  const mediaWiki = starting.use(await openWithMediaWiki(path))

  const running = starting.move()
  return {
    accounts: jeton,
    dataFolder: path,
    apiUrls: { MediaWiki: mediaWiki.apiUrl, Jeton: jeton.apiUrl },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}
