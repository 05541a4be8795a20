import { partsOf } from '../client/parts-of.ts'
import { sayMessage } from './message.ts'
import { MwMap } from './mw-map.ts'
import { PageTokens } from './page-tokens.ts'

/** What the scripts of a page know of it. */
export interface Page {
  readonly url: string
  readonly apiUrl: string
  readonly config: MwMap
  readonly messages: MwMap
  readonly userTokens: MwMap
  readonly userOptions: MwMap
  readonly tokens: PageTokens
  /** Changes of preferences that are under way, by the address of the API. */
  readonly saving: Map<string, Promise<unknown>>
  /** A text in the language of the page. */
  readonly say: (key: string, ...params: readonly unknown[]) => string
}

/** Reads what the wiki wrote into the page for its scripts. */
export function readPage({ document, location }: Pick<Window, 'document' | 'location'>): Page {
  const written = document.getElementById('mw-config')?.textContent ?? '{}'
  const { config, tokens, options, messages } = partsOf(JSON.parse(written))
  const [values, texts] = [new MwMap(partsOf(config)), new MwMap(partsOf(messages))]
  const apiUrl = `${values.get('wgScriptPath', '')}/api.php`
  return {
    ...{ url: location.href, apiUrl, config: values, messages: texts },
    userTokens: new MwMap(partsOf(tokens)),
    userOptions: new MwMap(partsOf(options)),
    tokens: new PageTokens(apiUrl, partsOf(tokens)),
    saving: new Map(),
    say: (key, ...params) => sayMessage(texts, key, params),
  }
}
