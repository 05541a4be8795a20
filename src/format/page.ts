import { Html, html } from '../messages/html.ts'
import { pageStyle } from './page-style.ts'

/** What a page of api.php shows. */
export interface ApiPage {
  readonly title: string
  /** The name of the wiki, which the title of the window ends with. */
  readonly siteName: string
  /** The code of the language that the page speaks. */
  readonly language: string
  readonly body: Html
  /** Stands under the body, and is not found by searches. */
  readonly footer?: Html | undefined
}

/** The names by which styles and scripts written for MediaWiki's pages find theirs. */
const bodyClass =
  'mediawiki ltr sitedir-ltr ns--1 ns-special mw-special-ApiHelp page-Special_ApiHelp ' +
  'rootpage-Special_ApiHelp skin-apioutput action-view'

/** Makes a whole page: it needs no script, and nothing from elsewhere. */
export function apiPage({ title, siteName, language, body, footer }: ApiPage): string {
  return String(html`<!DOCTYPE html>
<html class="client-nojs" lang="${language}" dir="ltr">
<head>
<meta charset="UTF-8"/>
<title>${title} - ${siteName}</title>
<meta name="robots" content="noindex,nofollow"/>
<meta name="format-detection" content="telephone=no"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<style>${new Html(pageStyle)}</style>
</head>
<body class="${bodyClass}">
<div class="mw-body" role="main">
<h1 id="firstHeading">${title}</h1>
<div id="mw-content-text" class="mw-body-content">${body}
${footer && html`<div class="printfooter" data-nosnippet="">${footer}</div>`}
</div>
</div>
</body>
</html>
`)
}
