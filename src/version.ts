import manifest from '../package.json' with { type: 'json' }

/** The version of Jeton. */
export const { version } = manifest
