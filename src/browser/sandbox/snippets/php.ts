import type { SentParam } from '../request/build-request.ts'
import { nobodyComment } from './nobody-comment.ts'
import { quotePhp } from './quote.ts'
import { shownValue } from './shown-value.ts'
import type { SnippetKind } from './snippet.ts'
import { splitToken } from './split-token.ts'

/** A program in PHP with the extension `curl`, which gets the token itself. */
export const php: SnippetKind = {
  name: 'PHP (cURL)',

  make({ apiUrl, method, params: all }) {
    const { token, params } = splitToken(all)
    const last = token === undefined ? '' : `    ${quotePhp(token.name)} => $token,\n`
    const query = `http_build_query([
${params.map(line).join('')}${last}])`
    const ask =
      method === 'GET'
        ? `curl_setopt($curl, CURLOPT_URL, $url . '?' . ${query});`
        : `curl_setopt($curl, CURLOPT_URL, $url);
curl_setopt($curl, CURLOPT_POSTFIELDS, ${query});`
    return `<?php

${nobodyComment('//', token?.type)}$url = ${quotePhp(apiUrl)};
$curl = curl_init();
// An empty name keeps cookies, and with them the session, in memory.
curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_COOKIEFILE => '']);
${token === undefined ? '' : getToken(token.type)}
${ask}
echo curl_exec($curl), "\\n";
`
  },
}

function getToken(type: string): string {
  return `
curl_setopt($curl, CURLOPT_URL, $url . '?' . http_build_query([
    'action' => 'query',
    'meta' => 'tokens',
    'type' => ${quotePhp(type)},
    'format' => 'json',
]));
$tokens = json_decode(curl_exec($curl), true);
$token = $tokens['query']['tokens'][${quotePhp(`${type}token`)}];
`
}

function line(param: SentParam): string {
  return `    ${quotePhp(param.name.toWellFormed())} => ${quotePhp(shownValue(param))},\n`
}
