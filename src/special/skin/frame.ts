import { User } from '../../auth/user.ts'
import { html } from '../../messages/html.ts'
import { spokenLanguage } from '../../messages/languages.ts'
import { findResources } from '../../resources/resources.ts'
import type { TitledPage } from '../find-titled-page.ts'
import type { PageCall, ShownPage } from '../page.ts'
import { footer } from './footer.ts'
import { header } from './header.ts'
import { takeNews } from './kept-news.ts'
import { pageConfig } from './page-config.ts'

/** What the frame of a page is made for. */
export interface FrameContext extends TitledPage {
  readonly call: PageCall
}

/** Puts the frame that all pages have around what one of them shows: a whole page, which needs no script. */
export async function frame(shown: ShownPage, context: FrameContext): Promise<string> {
  const { page, call } = context
  const { settings, session, sources, text, say } = call
  const language = spokenLanguage(call.language)
  const heading = shown.title ?? text(page.title)
  // Who the visitor has become: this page may have logged them in or out.
  const visitor = new User(sources, session.user, session.botPassword)
  const { addressOf } = await findResources(settings)
  // A script and the style of what it shows have the same name.
  const names = ['page', ...page.scripts]
  return String(html`<!DOCTYPE html>
<html class="client-nojs" lang="${language}" dir="ltr">
<head>
<meta charset="UTF-8"/>
<title>${heading} - ${settings.Sitename}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="robots" content="noindex,nofollow"/>
<meta name="format-detection" content="telephone=no"/>
<link rel="icon" href="${addressOf('icon.svg')}" type="image/svg+xml"/>
${names.map((name) => html`<link rel="stylesheet" href="${addressOf(`${name}.css`)}"/>\n`)}<script type="application/json" id="mw-config">${await pageConfig(context, visitor)}</script>
${names.map((name) => html`<script type="module" src="${addressOf(`${name}.js`)}"></script>\n`)}</head>
<body class="${bodyClass(context)}">
<a class="mw-jump-link" href="#content">${say('pages-skip')}</a>
${await header(context, visitor)}
<main id="content" class="mw-body" tabindex="-1">
<h1 id="firstHeading" class="firstHeading mw-first-heading">${heading}</h1>
<div id="bodyContent"><div id="mw-content-text" class="mw-body-content">${takeNews(call)}${shown.body}</div></div>
</main>
${footer(context)}
</body>
</html>
`)
}

/** The names by which styles and scripts written for MediaWiki's pages find theirs. */
function bodyClass({ namespace, page, title }: FrameContext): string {
  const name = title.replaceAll(/[^\w\u0080-\u{10ffff}]/gu, '_')
  const [root = ''] = name.split('/')
  const special = namespace === -1 ? `ns-special mw-special-${page.canonicalName}` : 'ns-subject'
  return `mediawiki ltr sitedir-ltr ns-${namespace} ${special} page-${name} rootpage-${root} skin-jeton action-view`
}
