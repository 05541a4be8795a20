import { Visitor } from '../../test/visitor.ts'
import { type options, passwordVariable } from './options.ts'
import { findProcesses } from './processes.ts'
import type { Server } from './server-process.ts'
import type { Visitors } from './works.ts'

/** A real MediaWiki that runs already, and who asks it. */
export interface Reference extends Server {
  readonly visitors: Visitors
}

/** What a MediaWiki runs in; only its own processes can be told, none of a database's. */
const programs = /^(?:nginx|php-fpm|apache2|httpd)/

/** Logs in to the reference, if there is one. */
export async function findReference({
  reference,
  referenceUser,
}: typeof options): Promise<Reference | undefined> {
  if (reference === undefined) return undefined

  const visitor = new Visitor(fetch, reference.href)
  await visitor.logIn(referenceUser, process.env[passwordVariable] ?? '')
  const token = await visitor.token('csrf')
  const some = [{ name: referenceUser, cookie: visitor.jar.header() ?? '', token }]
  return {
    port: Number(reference.port || 80),
    pids: () => findProcesses(programs),
    visitors: { browsers: some, programs: some },
  }
}
