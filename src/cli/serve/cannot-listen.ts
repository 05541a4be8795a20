import { CommandError } from '../explain.ts'

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'only root may use this port. Choose one above 1023 with --port.',
  EADDRINUSE: 'another program does. Choose another port with --port, or any with --port 0.',
  EADDRNOTAVAIL: 'this machine has no such address. Choose one with --host.',
  ENOTFOUND: 'there is no such host. Choose one with --host.',
}

/** Makes a sentence of what keeps a server from listening; any other error stays what it is. */
export function cannotListen(
  error: unknown,
  { port, host }: { readonly port: number; readonly host: string },
): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const why = typeof code === 'string' ? reasons[code] : undefined
  if (why === undefined) return error
  return new CommandError(`Cannot listen on ${host}, port ${port}: ${why}`)
}
