/** What MediaWiki calls the session of a browser in its store. */
export const cookieProvider = 'MediaWiki\\Session\\CookieSessionProvider'

/** What it calls the session of a program. */
export const botPasswordProvider = 'MediaWiki\\Session\\BotPasswordSessionProvider'
