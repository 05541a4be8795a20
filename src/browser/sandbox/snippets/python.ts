import type { SentParam } from '../request/build-request.ts'
import { nobodyComment } from './nobody-comment.ts'
import { quotePython } from './quote.ts'
import { readsJson } from './reads-json.ts'
import { shownValue } from './shown-value.ts'
import type { SnippetKind } from './snippet.ts'
import { splitToken } from './split-token.ts'

/** A program in Python with the library `requests`, which gets the token itself. */
export const python: SnippetKind = {
  name: 'Python (requests)',

  make({ apiUrl, method, params: all }) {
    const { token, params } = splitToken(all)
    const [verb, argument] = method === 'GET' ? ['get', 'params'] : ['post', 'data']
    const last = token === undefined ? '' : `    ${quotePython(token.name)}: token,\n`
    return `${nobodyComment('#', token?.type)}import requests

session = requests.Session()
url = ${quotePython(apiUrl)}
${token === undefined ? '' : getToken(token.type)}
answer = session.${verb}(url, ${argument}={
${params.map(line).join('')}${last}})
print(answer.${readsJson(all) ? 'json()' : 'text'})
`
  },
}

function getToken(type: string): string {
  return `
tokens = session.get(url, params={
    'action': 'query',
    'meta': 'tokens',
    'type': ${quotePython(type)},
    'format': 'json',
}).json()
token = tokens['query']['tokens'][${quotePython(`${type}token`)}]
`
}

function line(param: SentParam): string {
  return `    ${quotePython(param.name.toWellFormed())}: ${quotePython(shownValue(param))},\n`
}
