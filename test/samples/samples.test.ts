import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { startServer } from '../running-server.ts'
import { checkProgram } from './check-program.ts'
import { languages, type SampleAction } from './languages.ts'

const server = await startServer()
after(() => server[Symbol.asyncDispose]())

const programs: readonly { readonly name: string; readonly action: SampleAction }[] = [
  { name: 'logout', action: 'logout' },
  { name: 'check-token', action: 'checktoken' },
]

describe('The samples', { concurrency: true }, () => {
  for (const { name, action } of programs) {
    for (const language of languages) {
      const { extension, skip } = language
      it(`run: ${name}${extension}`, { skip }, () =>
        checkProgram(server, {
          language,
          action,
          file: async () => join(import.meta.dirname, `${name}${extension}`),
        }),
      )
    }
  }
})
