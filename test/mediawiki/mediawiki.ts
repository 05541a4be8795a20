import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { appendFile, mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const program = '/usr/share/mediawiki'
const run = promisify(execFile)

/** Why there is no MediaWiki to test with, as `node:test` wants to hear it; else `false`. */
export const noMediaWiki: string | false = whyNot()

function whyNot(): string | false {
  if (!existsSync(join(program, 'api.php'))) return 'MediaWiki is not installed'
  const check = 'exit(extension_loaded("pdo_sqlite") ? 0 : 1);'
  const { status } = spawnSync('php', ['-r', check])
  return status === 0 ? false : 'PHP with SQLite is not installed'
}

/** A real MediaWiki that answers. */
export interface RunningMediaWiki extends AsyncDisposable {
  readonly url: string
  readonly apiUrl: string
  /** Where `wiki.sqlite` is. */
  readonly dataFolder: string
}

/** A wiki that MediaWiki made itself, and who may log in to it. */
export interface InstalledMediaWiki extends RunningMediaWiki {
  readonly user: string
  readonly password: string
  readonly botUser: string
  readonly botPassword: string
}

/** Has MediaWiki make a wiki with its installer, and starts it. */
export async function installMediaWiki(): Promise<InstalledMediaWiki> {
  await using starting = new AsyncDisposableStack()
  const { path: folder } = starting.use(await mkdtempDisposable(join(tmpdir(), 'mediawiki-')))
  const port = await findPort()
  const url = `http://127.0.0.1:${port}/`
  const [user, password] = ['Admin', 'mellow-lantern-quarry']
  const botPassword = '0123456789abcdefghijklmnopqrstuv'
  const dataFolder = join(folder, 'data')
  await mkdir(dataFolder)

  // biome-ignore format: an option a line
  await maintain(folder, 'install.php', [
    '--dbtype', 'sqlite', '--dbname', 'wiki', '--dbpath', dataFolder,
    '--server', url.slice(0, -1), '--scriptpath', '', '--lang', 'en',
    '--confpath', folder, '--pass', password,
    'Shared', user,
  ])
  await appendFile(join(folder, 'LocalSettings.php'), sharedSettings(folder))
  const grants = ['--appid', 'bot', '--grants', 'basic,highvolume,editpage']
  await maintain(folder, 'createBotPassword.php', [...grants, user, botPassword])
  starting.use(await serve(folder, port))

  const running = starting.move()
  return {
    ...{ url, apiUrl: `${url}api.php`, dataFolder, user, password },
    ...{ botUser: `${user}@bot`, botPassword },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

/** Starts MediaWiki on a wiki that somebody else made: `wiki.sqlite` in that folder. */
export async function openWithMediaWiki(dataFolder: string): Promise<RunningMediaWiki> {
  await using starting = new AsyncDisposableStack()
  const { path: folder } = starting.use(await mkdtempDisposable(join(tmpdir(), 'mediawiki-')))
  const port = await findPort()
  const url = `http://127.0.0.1:${port}/`
  await writeFile(
    join(folder, 'LocalSettings.php'),
    `<?php
$wgSitename = 'Shared';
$wgServer = '${url.slice(0, -1)}';
$wgScriptPath = '';
$wgSecretKey = '${'0123456789abcdef'.repeat(4)}';
$wgDBtype = 'sqlite';
$wgDBname = 'wiki';
$wgSQLiteDataDir = '${dataFolder}';
wfLoadSkin( 'Vector' );
${sharedSettings(folder)}`,
  )
  starting.use(await serve(folder, port))

  const running = starting.move()
  const apiUrl = `${url}api.php`
  return { url, apiUrl, dataFolder, [Symbol.asyncDispose]: () => running.disposeAsync() }
}

/** What a wiki needs for its sessions to be good on another server. */
function sharedSettings(folder: string): string {
  return `
$wgSessionCacheType = CACHE_DB;
$wgAuthenticationTokenVersion = '1';
$wgMainCacheType = CACHE_NONE;
$wgJobRunRate = 0;
$wgCacheDirectory = '${folder}';
$wgDebugLogFile = '${join(folder, 'debug.log')}';
$wgShowExceptionDetails = true;
`
}

function maintain(folder: string, script: string, args: readonly string[]): Promise<unknown> {
  const settings = join(folder, 'LocalSettings.php')
  // The installer takes a variable that names a file which is not there for a mistake.
  const env = { ...process.env, ...(existsSync(settings) ? { MW_CONFIG_FILE: settings } : {}) }
  return run('php', [join(program, 'maintenance', script), ...args], { cwd: program, env })
}

async function findPort(): Promise<number> {
  await using server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('Cannot find a free port')
  return address.port
}

async function serve(folder: string, port: number): Promise<AsyncDisposable> {
  const env = { ...process.env, MW_CONFIG_FILE: join(folder, 'LocalSettings.php') }
  const child = spawn('php', ['-S', `127.0.0.1:${port}`, '-t', program], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  const { promise: started, resolve, reject } = Promise.withResolvers<void>()
  child.stderr.setEncoding('utf8').on('data', (words: string) => {
    log += words
    if (log.includes(' started')) resolve()
  })
  child.once('close', () => reject(new Error(`Cannot start MediaWiki: php ended\n${log}`)))
  await started
  return { [Symbol.asyncDispose]: () => end(child) }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'close')
  child.kill()
  await closed
}
