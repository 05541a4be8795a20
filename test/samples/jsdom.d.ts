/** The part of jsdom that the samples use; its own types would bring a browser's globals with them. */
declare module 'jsdom' {
  export interface Element {
    readonly localName: string
    readonly textContent: string
    querySelector(selectors: string): Element | null
  }

  export interface Document {
    querySelectorAll(selectors: string): Iterable<Element>
  }

  export interface Window {
    readonly document: Document
    readonly location: object
  }

  export class JSDOM {
    constructor(html: string, options?: { readonly url?: string })
    readonly window: Window
  }
}
