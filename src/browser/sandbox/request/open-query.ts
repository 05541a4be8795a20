import type { SandboxRequest } from './build-request.ts'
import { writeQuery } from './write-query.ts'

/** Spells a request as the address of the sandbox does: without its secrets. */
export function openQuery({ params }: SandboxRequest): string {
  const open = params.filter(({ isSecret }) => !isSecret)
  return writeQuery(open.map(({ name, value }) => [name, value]))
}
