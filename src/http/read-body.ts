/** Bodies beyond this many bytes are not read. */
export const largestBody = 2 * 1024 * 1024

/** Reads a body, unless it is too large: then not to its end. */
export async function readBody(chunks: AsyncIterable<Uint8Array>): Promise<Buffer | 'too large'> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > largestBody) return 'too large'
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}
