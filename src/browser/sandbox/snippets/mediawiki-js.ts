import { asList, javaScriptParams } from './javascript-params.ts'
import { quoteJavaScript } from './quote.ts'
import type { SnippetKind } from './snippet.ts'
import { splitToken } from './split-token.ts'

/** A program for the console of a page of the wiki, with `mw.Api`, which reads JSON only. */
export const mediaWikiJs: SnippetKind = {
  name: 'JavaScript (mw.Api)',
  runsInBrowser: true,

  make({ method, params: all }) {
    const { token, params } = splitToken(all.filter(({ name }) => name !== 'format'))
    const lines = javaScriptParams(params, asList)
    if (token === undefined) {
      return `const answer = await new mw.Api().${method.toLowerCase()}({
${lines}})
console.log(answer)
`
    }
    const type = quoteJavaScript(token.type)
    if (token.name === 'token') {
      return `const answer = await new mw.Api().postWithToken(${type}, {
${lines}})
console.log(answer)
`
    }
    return `const api = new mw.Api()
const token = await api.getToken(${type})
const answer = await api.post({
${lines}  ${token.name}: token,
})
console.log(answer)
`
  },
}
