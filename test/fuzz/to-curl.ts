import { server } from './ask.ts'
import type { OddRequest } from './odd-request.ts'

/** Spells a request as a line for bash. */
export function toCurl({ method, target, headers, body }: OddRequest): string {
  const lines = Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`)
  const how = method === 'HEAD' ? '-I' : `-X ${quote(method)}`
  const data = body === '' ? [] : [`--data-binary ${quote(body)}`]
  return ['curl -i --globoff --path-as-is', how, ...lines, ...data, quote(server + target)].join(
    ' ',
  )
}

/** Bash reads `$'…'` byte by byte; it ends at a zero byte, which only a file could hold. */
function quote(bytes: string): string {
  const escaped = bytes.replace(/[^\x20-\x7e]|['\\]/g, (sign) =>
    sign >= ' ' && sign <= '~'
      ? `\\${sign}`
      : `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  return `$'${escaped}'`
}
