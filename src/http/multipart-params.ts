import { type FormParams, FormReader, textOrBytes } from './form-params.ts'

/** Reads a body of the type `multipart/form-data`; files are left out, since no parameter takes one. */
export async function readMultipart(body: Buffer, contentType: string): Promise<FormParams> {
  const reader = new FormReader()
  const form = await findForm(body, contentType)
  for (const [name, value] of form ?? []) {
    if (typeof value === 'string' && !reader.add(textOrBytes(name), textOrBytes(value))) break
  }
  return reader.params
}

async function findForm(body: Buffer, contentType: string): Promise<FormData | undefined> {
  try {
    const headers = { 'content-type': contentType }
    // One character for each byte, so that what is not UTF-8 can be told apart, as in other forms.
    return await new Response(body.toString('latin1'), { headers }).formData()
  } catch {
    // PHP takes a body that it cannot read for an empty one, and so do clients' tests.
    return undefined
  }
}
