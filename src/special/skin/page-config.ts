import { userPreferences } from '../../auth/preferences/user-preferences.ts'
import type { User } from '../../auth/user.ts'
import { Html } from '../../messages/html.ts'
import { textOf } from '../../messages/languages.ts'
import { cookieNames } from '../../session/cookie-jar.ts'
import { makeToken, type TokenOwner } from '../../session/token.ts'
import { mediaWikiVersion } from '../../version.ts'
import type { FrameContext } from './frame.ts'
import { pageMessages } from './page-messages.ts'

/** What the scripts of a page know of it, in JSON: `mw.config`, tokens, preferences, and what they say. */
export async function pageConfig(context: FrameContext, visitor: User): Promise<Html> {
  const { page, call } = context
  const messages = [...pageMessages, ...page.messages].map((key) => [
    key,
    textOf(key, call.language),
  ])
  const value = {
    config: { ...siteConfig(context), ...(await userConfig(visitor)) },
    tokens: tokens(context, visitor),
    options: await options(context, visitor),
    messages: Object.fromEntries(messages),
  }
  // Nothing in it must end the element that it stands in.
  return new Html(JSON.stringify(value).replaceAll('<', '\\u003C').replaceAll('\u0338', '\\u0338'))
}

function siteConfig({ page, title, namespace, call }: FrameContext) {
  const { settings, language } = call
  const { Server, ScriptPath, ArticlePath, Sitename, DBname, LanguageCode } = settings
  const isSpecial = namespace === -1
  return {
    wgServer: Server,
    wgServerName: new URL(Server).hostname,
    wgScriptPath: ScriptPath,
    wgScript: `${ScriptPath}/index.php`,
    wgArticlePath: ArticlePath,
    wgSiteName: Sitename,
    wgDBname: DBname,
    wgWikiID: DBname,
    wgVersion: mediaWikiVersion,
    wgEnableAPI: true,
    wgEnableWriteAPI: true,
    wgUserLanguage: language,
    wgContentLanguage: LanguageCode,
    wgPageContentLanguage: LanguageCode,
    wgCookiePrefix: cookieNames(settings).session.replace(/_session$/, ''),
    wgCookiePath: settings.CookiePath,
    wgCookieDomain: settings.CookieDomain,
    wgCanonicalNamespace: isSpecial ? 'Special' : '',
    wgCanonicalSpecialPageName: isSpecial && page.canonicalName,
    wgNamespaceNumber: namespace,
    wgPageName: title.replaceAll(' ', '_'),
    wgTitle: isSpecial ? title.replace(/^Special:/, '') : title,
    wgAction: 'view',
    wgArticleId: 0,
    wgIsArticle: !isSpecial,
    skin: 'jeton',
    debug: false,
  }
}

async function userConfig(visitor: User) {
  const groups = await visitor.groups()
  if (!visitor.isRegistered) return { wgUserName: null, wgUserGroups: groups }

  const registration = (await visitor.account())?.registration
  return {
    wgUserName: visitor.name,
    wgUserId: visitor.id,
    wgUserGroups: groups,
    wgUserRegistration: registration?.getTime() ?? null,
  }
}

/** The tokens that MediaWiki gives every page; whoever is nobody gets the one that is the same for all. */
function tokens({ call }: FrameContext, { isRegistered }: User) {
  const { session, sources } = call
  const owner: TokenOwner = { session, isRegistered }
  const seconds = Math.floor(sources.now.getTime() / 1000)
  return {
    patrolToken: makeToken(owner, 'patrol', seconds),
    watchToken: makeToken(owner, 'watch', seconds),
    csrfToken: makeToken(owner, 'csrf', seconds),
  }
}

async function options({ call }: FrameContext, visitor: User) {
  const { preferences, settings, now } = call.sources
  const stored = visitor.isRegistered ? await preferences.of(visitor.id) : new Map<string, string>()
  return Object.fromEntries(userPreferences(stored, { settings, now }))
}
