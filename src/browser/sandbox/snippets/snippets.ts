import { curl } from './curl.ts'
import { fetchSnippet } from './fetch.ts'
import { m3api } from './m3api.ts'
import { mediaWikiJs } from './mediawiki-js.ts'
import { php } from './php.ts'
import { python } from './python.ts'
import type { SnippetKind } from './snippet.ts'
import { url } from './url.ts'

/** The ways to show a request, in the order of the list. */
export const snippets: readonly SnippetKind[] = [
  url,
  curl,
  mediaWikiJs,
  m3api,
  fetchSnippet,
  python,
  php,
]
