import { type FormParams, FormReader, textOrBytes } from './form-params.ts'

/** What a form holds. */
export interface FormContent {
  readonly params: FormParams
  readonly files: ReadonlyMap<string, File>
  readonly lists: FormReader['lists']
}

/** Reads a body of the type `multipart/form-data`. */
export async function readMultipart(body: Buffer, contentType: string): Promise<FormContent> {
  const reader = new FormReader()
  const form = await findForm(body, contentType)
  for (const [name, value] of form ?? []) {
    const hasRoom =
      typeof value === 'string'
        ? reader.add(textOrBytes(name), textOrBytes(value))
        : reader.addFile(name, value)
    if (!hasRoom) break
  }
  return reader
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
