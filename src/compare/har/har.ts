import * as v from 'valibot'

const param = v.object({ name: v.string(), value: v.optional(v.string(), '') })

const entry = v.object({
  request: v.object({
    method: v.string(),
    url: v.pipe(v.string(), v.url()),
    headers: v.optional(v.array(param), []),
    postData: v.nullish(
      v.object({
        mimeType: v.optional(v.string(), ''),
        text: v.optional(v.string()),
        params: v.optional(v.array(param), []),
      }),
    ),
  }),
  response: v.nullish(
    v.object({
      content: v.nullish(
        v.object({ text: v.optional(v.string()), encoding: v.optional(v.string()) }),
      ),
    }),
  ),
})

/** The part of an HTTP Archive that is replayed. */
export const har = v.object({ log: v.object({ entries: v.array(entry) }) })

export type HarEntry = v.InferOutput<typeof entry>

/** What was posted, as text. */
export function postedText({ request: { postData } }: HarEntry): string | undefined {
  if (!postData) return undefined
  const { text, params } = postData
  const pairs = params.map(({ name, value }): [string, string] => [name, value])
  return text ?? new URLSearchParams(pairs).toString()
}

/** What was answered, as text; browsers keep some of it in base64. */
export function answeredText({ response }: HarEntry): string {
  const { text = '', encoding } = response?.content ?? {}
  return encoding === 'base64' ? Buffer.from(text, 'base64').toString() : text
}
