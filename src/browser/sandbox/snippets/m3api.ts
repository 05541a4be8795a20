import type { SentParam } from '../request/build-request.ts'
import { asList, javaScriptParams } from './javascript-params.ts'
import { nobodyComment } from './nobody-comment.ts'
import { quoteJavaScript } from './quote.ts'
import type { SnippetKind } from './snippet.ts'
import { splitToken } from './split-token.ts'

/** A program with m3api, a client for MediaWiki, which reads JSON only. */
export const m3api: SnippetKind = {
  name: 'JavaScript (m3api)',

  make({ apiUrl, method, params: all }) {
    const { token, params } = splitToken(all)
    const isDefault = ({ name }: SentParam): boolean => defaults.has(name)
    const defaultParams = params.filter(isDefault)
    const asked = params.filter((param) => !isDefault(param) && param.name !== 'format')
    const options = [
      ...(method === 'POST' ? ["method: 'POST'"] : []),
      ...(token === undefined ? [] : [`tokenType: ${quoteJavaScript(token.type)}`]),
      ...(token === undefined || token.name === 'token'
        ? []
        : [`tokenName: ${quoteJavaScript(token.name)}`]),
    ]
    const last = options.length === 0 ? '' : `, { ${options.join(', ')} }`
    return `${nobodyComment('//', token?.type)}import Session from 'm3api'

const session = new Session(
  ${quoteJavaScript(apiUrl)},
  {
${javaScriptParams(defaultParams, asList, '    ')}  },
  { userAgent: 'example' },
)
const answer = await session.request({
${javaScriptParams(asked, asList)}}${last})
console.log(answer)
`
  },
}

/** What is the same for all requests of a program. */
const defaults: ReadonlySet<string> = new Set(['formatversion', 'errorformat'])
