/** The part of jsdom that tests use; its own types would bring a browser's globals with them. */
declare module 'jsdom' {
  interface Parent {
    querySelector(selectors: string): Element | null
    querySelectorAll(selectors: string): Iterable<Element> & { readonly length: number }
  }

  export interface Element extends Parent {
    readonly localName: string
    readonly className: string
    readonly lang: string
    readonly textContent: string
    readonly children: Iterable<Element> & { readonly length: number }
    getAttribute(name: string): string | null
    getAttributeNames(): string[]
    closest(selectors: string): Element | null
    remove(): void
  }

  export interface Document extends Parent {
    readonly documentElement: Element
  }

  export interface Window {
    readonly document: Document
    readonly location: object
  }

  export class JSDOM {
    constructor(html: string, options?: { readonly url?: string; readonly contentType?: string })
    readonly window: Window
  }
}
