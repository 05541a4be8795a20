/** What the wiki writes into a page for its scripts, as far as the sandbox needs it. */
export interface PageData {
  readonly config: {
    readonly wgServer: string
    readonly wgScriptPath: string
    readonly wgArticlePath: string
    readonly wgUserLanguage: string
    readonly wgUserName: string | null
  }
  readonly messages: Readonly<Record<string, string>>
}

/** Reads what the wiki wrote into the page. */
export function readPageData(): PageData {
  return JSON.parse(document.getElementById('mw-config')?.textContent ?? '')
}
