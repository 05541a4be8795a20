import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The scripts that pages load, each with all that it imports. */
const scripts = ['page', 'sandbox']

/** The parts of Codex that pages use; each is a file of its style sheet. */
const codexParts = [
  ...['Icon', 'CdxButton', 'CdxCheckbox', 'CdxField', 'CdxLabel', 'CdxMessage', 'CdxRadio'],
  ...['CdxSelect', 'CdxTextArea', 'CdxTextInput'],
]

/** Our own style sheets, which follow Codex's. */
const styles = ['page', 'sandbox']

const { resolve } = createRequire(import.meta.url)
const source = join(import.meta.dirname, '..')

/** Makes the files that pages load, by name: scripts in one piece each, Codex's style with ours. */
export async function bundleResources(): Promise<ReadonlyMap<string, Buffer>> {
  const files: (readonly [string, string])[] = [
    ...(await bundleScripts()),
    ...(await Promise.all(styles.map(async (name) => [`${name}.css`, await style(name)] as const))),
    ['icon.svg', await readFile(join(import.meta.dirname, 'icon.svg'), 'utf8')],
  ]
  return new Map(files.map(([name, text]) => [name, Buffer.from(text)]))
}

async function bundleScripts(): Promise<readonly (readonly [string, string])[]> {
  // Only who bundles needs it, and it takes a while to load.
  const { rolldown } = await import('rolldown')
  const input = Object.fromEntries(
    scripts.map((name) => [name, join(source, 'browser', `${name}.ts`)]),
  )
  await using bundle = await rolldown({ input, platform: 'browser' })
  const { output } = await bundle.generate({
    format: 'es',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
  })
  return output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : []))
}

async function style(name: string): Promise<string> {
  const own = await readFile(join(import.meta.dirname, 'style', `${name}.css`), 'utf8')
  return name === 'page' ? `${await codexStyle()}${compact(own)}` : compact(own)
}

/** Codex's tokens for light and dark, and its parts, which are compact already. */
async function codexStyle(): Promise<string> {
  const tokens = (theme: string): Promise<string> =>
    readFile(resolve(`@wikimedia/codex-design-tokens/dist/theme-wikimedia-ui-${theme}.css`), 'utf8')
  const parts = codexParts.map((part) =>
    readFile(resolve(`@wikimedia/codex/dist/modules/${part}-bidi.css`), 'utf8'),
  )
  const dark = `@media (prefers-color-scheme: dark){${await tokens('mode-dark')}}`
  const [root, ...texts] = await Promise.all([tokens('root'), ...parts])
  return `/* Codex, GPL-2.0-or-later, https://doc.wikimedia.org/codex/ */\n${compact(root + dark)}${texts.join('\n')}\n`
}

/** Takes out of a style sheet what only its readers need. */
function compact(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
}
