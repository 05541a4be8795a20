import type { Format } from './format.ts'

/** No answer at all: for who wants only what a request does, or its headers. */
export const none: Format = {
  name: 'none',
  kind: { contentType: 'text/plain', fileName: 'api-result.txt' },
  params: {},
  print: () => ({ body: '' }),
}
