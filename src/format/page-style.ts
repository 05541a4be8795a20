import { createHash } from 'node:crypto'
import { helpStyle } from './help-style.ts'

/** How the pages of api.php look: in the reader's own font, by day and by night, on paper and on a phone. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --text: light-dark(#202122, #eaecf0);
  --quiet: light-dark(#54595d, #a2a9b1);
  --paper: light-dark(#ffffff, #101418);
  --card: light-dark(#f8f9fa, #202122);
  --line: light-dark(#c8ccd1, #54595d);
  --link: light-dark(#3366cc, #88a3e8);
  --name: light-dark(#233566, #a6bbf5);
  --string: light-dark(#146c2e, #8fd6a0);
  --number: light-dark(#8a3ffc, #c9a6ff);
  --word: light-dark(#a8400a, #ffb784);
}
body { margin: 0; background: var(--paper); color: var(--text); font: 1rem/1.6 system-ui, sans-serif; }
.mw-body { max-width: 64rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 3rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; overflow-wrap: anywhere; }
h1 { margin: 0 0 1rem; font-size: 1.75rem; }
a { color: var(--link); overflow-wrap: anywhere; text-underline-offset: .15em; }
a:not(:hover, :focus-visible) { text-decoration-thickness: from-font; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
pre, code, kbd, samp, var { font-family: ui-monospace, monospace; font-size: .875em; font-style: normal; }
p kbd, p code { padding: .1em .3em; border-radius: .25em; background: var(--card); }
.api-pretty-header { margin-bottom: 1.25rem; color: var(--quiet); }
.api-pretty-header p { margin: .25rem 0; }
.api-pretty-status { color: var(--text); font-weight: 600; }
.api-pretty-content {
  margin: 0; padding: 1rem 1.25rem; overflow-x: auto; tab-size: 4;
  border: 1px solid var(--line); border-radius: .5rem; background: var(--card);
  line-height: 1.55; white-space: pre-wrap; overflow-wrap: anywhere;
}
.api-pretty-name { color: var(--name); }
.api-pretty-string { color: var(--string); }
.api-pretty-number { color: var(--number); }
.api-pretty-word { color: var(--word); }
.api-pretty-content a { color: inherit; }
.printfooter { margin-top: 1.5rem; color: var(--quiet); font-size: .875rem; overflow-wrap: anywhere; }
@media print { .api-pretty-content { border: 0; padding: 0; background: none; } }
${helpStyle}`

const hash = createHash('sha256').update(pageStyle).digest('base64')

/**
 * What a page may load and run: its own style, and nothing else, whatever somebody smuggled in; and
 * whose frame it may be, which X-Frame-Options tells older browsers.
 */
export function pagePolicy(frameOptions: string | false): string {
  const ancestors = frameOptions && frameAncestors[frameOptions]
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "base-uri 'none'",
    "form-action 'self'",
    ...(ancestors ? [`frame-ancestors ${ancestors}`] : []),
  ].join('; ')
}

const frameAncestors: Readonly<Record<string, string>> = { DENY: "'none'", SAMEORIGIN: "'self'" }
