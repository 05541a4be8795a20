import { asText, javaScriptParams } from './javascript-params.ts'
import { quoteJavaScript } from './quote.ts'
import { readsJson } from './reads-json.ts'
import type { SnippetKind } from './snippet.ts'

/** A program with `fetch`, in a page of the wiki or in Node.js, which keeps no cookies. */
export const fetchSnippet: SnippetKind = {
  name: 'JavaScript (fetch)',

  make({ apiUrl, method, params }) {
    const url = quoteJavaScript(apiUrl)
    const asked =
      method === 'GET' ? `${url} + '?' + params` : `${url}, { method: 'POST', body: params }`
    return `const params = new URLSearchParams({
${javaScriptParams(params, asText)}})
const response = await fetch(${asked})
console.log(await response.${readsJson(params) ? 'json' : 'text'}())
`
  },
}
