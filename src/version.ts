import manifest from '../package.json' with { type: 'json' }

/** The version of Jeton. */
export const { version } = manifest

/** The MediaWiki that Jeton answers as; clients look at it before they ask for what only some have. */
export const mediaWikiVersion = '1.39.17'
