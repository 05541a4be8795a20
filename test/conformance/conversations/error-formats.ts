import type { Conversation, Step } from '../../../src/compare/conversation.ts'
import { get, post } from '../steps.ts'

const knownFormats = ['bc', 'plaintext', 'wikitext', 'html', 'raw', 'none'] as const
const versions = ['1', '2', 'latest'] as const

/** Every format of errors, in every version of JSON. */
function inAllFormats(query: string, versionsAsked: readonly string[] = versions): readonly Step[] {
  return knownFormats.flatMap((errorFormat) =>
    versionsAsked.map((version) =>
      get(`${query}&errorformat=${errorFormat}&format=json&formatversion=${version}`),
    ),
  )
}

/** How errors and warnings are spelled. */
export const errorFormats: readonly Conversation[] = [
  {
    name: 'spells an error in the format asked for',
    steps: inAllFormats('action=checktoken'),
  },
  {
    name: 'spells an error with data in the format asked for',
    steps: inAllFormats('action=query&maxlag=-2', ['1', '2']),
  },
  {
    name: 'spells warnings in the format asked for',
    steps: inAllFormats('action=query&meta=tokens&type=a|csrf&nonsense=1', ['1', '2']),
  },
  {
    name: 'spells errors and warnings together',
    steps: inAllFormats('action=checktoken&type[]=x&token=y', ['1', '2']),
  },
  {
    name: 'falls back to the old format for a format it does not know',
    steps: [
      get('action=query&errorformat=nonsense'),
      get('action=query&errorformat='),
      get('action=query&errorformat=BC'),
      get('action=query&errorformat[]=raw'),
      post('action=query&errorformat=nonsense&format=json'),
    ],
  },
  {
    name: 'spells the reason of a failed login in the format asked for',
    steps: knownFormats.flatMap((errorFormat) =>
      ['1', '2'].map((version) =>
        post(
          `action=login&lgtoken=x&errorformat=${errorFormat}&format=json&formatversion=${version}`,
        ),
      ),
    ),
  },
]
