/** A parameter as it is sent. */
export type Param = readonly [name: string, value: string]

/**
 * Reads a request out of an address, as what follows its `#` or `?`: `action=query&meta=tokens`. A `+` stands for
 * a space; of two values of a name the last one counts, as for PHP.
 */
export function readQuery(query: string): ReadonlyMap<string, string> {
  const params = new Map<string, string>()
  for (const part of query.replace(/^[#?]/, '').split('&')) {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(part) ?? []
    if (name !== '') params.set(decode(name), decode(value))
  }
  return params
}

/** Who types an address may leave a `%` as it is: what is no encoding stands for itself. */
function decode(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
      new TextDecoder().decode(
        Uint8Array.from(bytes.slice(1).split('%'), (byte) => Number.parseInt(byte, 16)),
      ),
    )
}
