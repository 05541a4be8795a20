import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seconds: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    reference: { type: 'string' },
    'reference-user': { type: 'string', default: 'Admin' },
  },
})

const seconds = values.seconds === undefined ? undefined : readPositive('seconds', values.seconds)

/** What a run was told on its command line, which every file of it is handed. */
export const options = {
  /** The one file, or the one work of `answers.ts`, that is to be measured. */
  only: values.only,
  /** How long each turn lasts. */
  seconds: seconds ?? 2,
  /** How long traffic is borne at a steady pace. */
  trafficSeconds: seconds ?? 60,
  /** How many rounds count; one more comes before them, and warms up. */
  rounds: readPositive('rounds', values.rounds),
  /** A real MediaWiki to compare with: the address of its `api.php`. */
  reference: values.reference === undefined ? undefined : new URL(values.reference),
  referenceUser: values['reference-user'],
} as const

/** Where the password of the reference's user is: no argument, which others could see. */
export const passwordVariable = 'MEDIAWIKI_PASSWORD'

function readPositive(name: string, given: string): number {
  const number = Number(given)
  if (!(number > 0)) throw new RangeError(`Cannot measure: --${name} is "${given}"`)
  return number
}
