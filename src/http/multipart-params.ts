import { type FormParams, FormReader } from './form-params.ts'

/** Reads a body of the type `multipart/form-data`; files are left out, since no parameter takes one. */
export async function readMultipart(body: Buffer, contentType: string): Promise<FormParams> {
  const reader = new FormReader()
  const form = await findForm(body, contentType)
  for (const [name, value] of form ?? []) {
    if (typeof value === 'string' && !reader.add(name, value)) break
  }
  return reader.params
}

async function findForm(body: Buffer, contentType: string): Promise<FormData | undefined> {
  try {
    const headers = { 'content-type': contentType }
    return await new Response(new Uint8Array(body), { headers }).formData()
  } catch {
    // PHP takes a body that it cannot read for an empty one, and so do clients' tests.
    return undefined
  }
}
