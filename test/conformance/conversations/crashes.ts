import type { Answer, Conversation } from '../../../src/compare/conversation.ts'
import { get } from '../steps.ts'

const friend = 'https://friend.example.org'
const tooLate = `${'0'.repeat(32)}ffffffffffffffff%2B%5C`

const badValue: Partial<Answer> = {
  status: 200,
  headers: { 'mediawiki-api-error': 'badvalue' },
  body: { error: { code: 'badvalue', info: '<text>', docref: '<text>' } },
}

const originMismatch: Partial<Answer> = {
  status: 403,
  headers: {
    'content-type': 'text/html; charset=UTF-8',
    'content-disposition': null,
    'cache-control': 'no-cache',
    'x-frame-options': null,
  },
  body: '<text/html>',
}

/** Where MediaWiki 1.39 falls over, and Jeton answers. */
export const crashes: readonly Conversation[] = [
  {
    name: 'reads no time beyond all times in a token',
    steps: [
      get(`action=checktoken&type=csrf&token=${tooLate}`, {
        differs: {
          id: 'no-crash',
          instead: { headers: {}, body: { checktoken: { result: 'invalid' } } },
        },
      }),
    ],
  },
  {
    name: 'does not say back what it could not read',
    steps: [
      get('action=query&requestid=%1Fx', { differs: { id: 'no-crash', instead: badValue } }),
      get('action=query&origin=%1Fx', { differs: { id: 'no-crash', instead: originMismatch } }),
    ],
  },
  {
    name: 'finds the origin among several',
    steps: [
      get(`action=query&origin=${friend}`, {
        headers: { origin: `${friend} https://other.example.org` },
        differs: {
          id: 'no-crash',
          instead: {
            status: 200,
            headers: {
              vary: 'Accept-Encoding, Origin, Treat-as-Untrusted, Cookie',
              'mediawiki-cors-rejection': 'Origin mismatch',
            },
            body: { batchcomplete: true },
          },
        },
      }),
    ],
  },
]
