import type { SandboxRequest } from '../request/build-request.ts'

/** What a program is made for. */
export interface SnippetRequest extends SandboxRequest {
  /** The whole address of api.php. */
  readonly apiUrl: string
}

/** A way to show a request. */
export interface SnippetKind {
  /** Names it in the list: a language and its library, which nobody translates. */
  readonly name: string
  /** Whether it runs in the browser, as whoever is logged in there. */
  readonly runsInBrowser?: true
  make(request: SnippetRequest): string
}
