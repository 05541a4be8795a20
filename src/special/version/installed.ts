import manifest from '../../../package.json' with { type: 'json' }
import { type Html, type HtmlPart, html } from '../../messages/html.ts'
import { apiUrl } from '../../settings/settings.ts'
import { mediaWikiVersion, version } from '../../version.ts'
import type { PageCall } from '../page.ts'
import { type TableRow, table } from '../table.ts'
import { licenseNotice } from './legal-pages.ts'

/** What the server is made of, in MediaWiki's order and under its ids. */
export function installed(call: PageCall): Html {
  return html`${[
    part('mw-version-license', call.say('version-license'), licenseNotice(call)),
    part('mw-version-software', call.say('version-software'), software(call)),
    part('mw-version-entrypoints', call.say('version-entrypoints'), entryPoints(call)),
    part('mw-version-ext', call.say('version-extensions'), extensions(call)),
    part('mw-version-libraries', call.say('version-libraries'), libraries(call)),
  ]}`
}

function part(id: string, heading: Html, content: Html): Html {
  return html`<h2 id="${id}">${heading}</h2>
${content}`
}

function software({ say, text }: PageCall): Html {
  return table({
    id: 'sv-software',
    caption: text('version-software'),
    columns: [text('version-software-product'), text('version-software-version')],
    rows: [
      { cells: ['Jeton', version] },
      // Programs read there what they may ask.
      { cells: ['MediaWiki', say('pages-version-compatible', mediaWikiVersion)] },
      { cells: [external('https://nodejs.org/', 'Node.js'), process.versions.node] },
      { cells: [external('https://www.sqlite.org/', 'SQLite'), process.versions['sqlite']] },
    ],
  })
}

function entryPoints({ settings, text }: PageCall): Html {
  const { ArticlePath, ScriptPath, Server } = settings
  const linked = (address: string): Html =>
    html`<a href="${address}"><code>${address.slice(Server.length)}</code></a>`
  return table({
    id: 'mw-version-entrypoints-table',
    caption: text('version-entrypoints'),
    columns: [
      text('version-entrypoints-header-entrypoint'),
      text('version-entrypoints-header-url'),
    ],
    rows: [
      { cells: [text('version-entrypoints-articlepath'), html`<code>${ArticlePath}</code>`] },
      { cells: [text('version-entrypoints-scriptpath'), html`<code>${ScriptPath || '/'}</code>`] },
      { cells: ['index.php', linked(`${Server}${ScriptPath}/index.php`)] },
      { cells: ['api.php', linked(apiUrl(settings))] },
    ],
  })
}

function extensions({ settings, say, text, addressOf }: PageCall): Html {
  if (settings.Extensions.length === 0) return html`<p>${say('pages-version-no-extensions')}</p>\n`

  const license = (name: string): Html =>
    html`<a class="mw-version-ext-license" href="${addressOf(`Special:Version/License/${name}`)}">${manifest.license}</a>`
  return table({
    id: 'sv-other',
    caption: text('version-extensions'),
    columns: [text('version-ext-colheader-name'), text('version-ext-colheader-license')],
    rows: settings.Extensions.map((name) => ({
      id: `mw-version-ext-other-${name}`,
      cells: [name, license(name)],
    })),
  })
}

function libraries({ text }: PageCall): Html {
  const rows = Object.entries(manifest.dependencies).map(([name, version]): TableRow => {
    const link = external(`https://www.npmjs.com/package/${name}`, name)
    return { id: `mw-version-library-${name}`, cells: [link, version] }
  })
  return table({
    id: 'sv-libraries',
    caption: text('version-libraries'),
    columns: [text('version-libraries-library'), text('version-libraries-version')],
    rows,
  })
}

function external(address: string, label: HtmlPart): Html {
  return html`<a rel="nofollow" class="external text" href="${address}">${label}</a>`
}
