import type { Conversation } from '../../../src/compare/conversation.ts'
import { cora } from '../accounts.ts'
import { get, post } from '../steps.ts'

/** What is answered, but with a word of warning. */
export const warnings: readonly Conversation[] = [
  {
    name: 'warns of parameters that nobody reads',
    steps: [
      get('action=query&nonsense=1'),
      get('action=query&nonsense=1&more=2'),
      get('action=query&nonsense=1&format=json'),
      get('action=query&nonsense=1&more=2&errorformat=raw'),
      get('action=query&nonsense=1&errorformat=raw'),
      post('action=query&nonsense=1&errorformat=raw', { query: 'more=2' }),
      get('action=query&Meta=tokens'),
      get('action=query&token=x&lgname=y'),
      get('action=query&nonsense'),
      get('action=query&='),
      get('action=query&0=x&errorformat=raw'),
      get('action=query&meta=userinfo&siprop=general&errorformat=raw'),
      get('action=checktoken&type=csrf&token=x&nonsense=1'),
      get('action=checktoken&nonsense=1'),
      get('action=checktoken&nonsense=1&errorformat=raw'),
    ],
  },
  {
    name: 'does not warn of what a script adds to keep caches out',
    steps: [
      get('action=query&callback=f&_=123'),
      get('action=query&_=123'),
      get('action=query&callback=f&_=123&nonsense=1'),
    ],
  },
  {
    name: 'warns of values that it does not know',
    steps: [
      get('action=query&meta=tokens&type=a|b|csrf&errorformat=raw'),
      get('action=query&meta=tokens&type=a|a|csrf&errorformat=raw'),
      get('action=query&meta=a|b|tokens&errorformat=raw'),
      get('action=query&meta=tokens|userinfo&type=a&uiprop=b&errorformat=raw'),
      get('action=query&meta=tokens|userinfo&type=a&uiprop=b'),
      get('action=query&meta=tokens|userinfo&type=a&uiprop=b&nonsense=1'),
      get('action=query&meta=tokens|userinfo&type=a&uiprop=b&nonsense=1&format=json'),
      get('action=query&meta=tokens|userinfo&type=a&uiprop=b&nonsense=1&errorformat=raw'),
      get('action=query&meta=tokens&type=|csrf&errorformat=raw'),
      get('action=query&meta=tokens&type=csrf|&errorformat=raw'),
    ],
  },
  {
    name: 'warns of lists in the way of PHP',
    steps: [
      get('action=query&meta[]=tokens'),
      get('action=query&meta[]=tokens&errorformat=raw'),
      get('action=query&meta=tokens&type[]=csrf&type[]=watch'),
      get('action=query&requestid[]=x&errorformat=raw'),
      get('action=query&meta=tokens&type[a]=csrf&errorformat=raw'),
      get('action=checktoken&type[]=csrf&token=x'),
      get('action=checktoken&type=csrf&token[]=x&errorformat=raw'),
      get('action=query&nonsense[]=1&errorformat=raw'),
      get('action=query&assert[]=user'),
      get('action=query&maxlag[]=x'),
    ],
  },
  {
    name: 'warns of a text that it had to mend',
    steps: [
      get('action=query&requestid=e%CC%81'),
      get('action=query&requestid=e%CC%81&errorformat=raw'),
      get('action=query&requestid=a%00b'),
      get('action=checktoken&type=csrf&token=e%CC%81'),
      get('action=query&requestid=e%CC%81&nonsense=1'),
      get('action=query&meta=tokens&type=e%CC%81&errorformat=raw'),
      get('action=query&requestid=e%CC%81&format=json'),
    ],
  },
  {
    name: 'warns of an old way to get a token, and adds whom to listen to',
    steps: [
      post('action=login'),
      post('action=login&errorformat=raw'),
      post('action=login&errorformat=none'),
      post('action=login&nonsense=1'),
      post('action=login&nonsense=1&format=json'),
      post('action=login&nonsense=1&errorformat=raw'),
    ],
  },
  {
    name: 'warns of a body that does not say what it is',
    steps: [
      post('a=b', { query: 'action=query&format=json', type: null }),
      post('a=b', {
        query: 'action=query&format=json&formatversion=2&errorformat=raw',
        type: null,
      }),
      post('a=b', { query: 'action=query&format=json&formatversion=2', type: null }),
      post('', { query: 'action=query&format=json&formatversion=2', type: null }),
      post('action=logout', { query: 'action=login&format=json&formatversion=2', type: null }),
    ],
  },
  {
    name: 'puts warnings where they arose',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get('action=query&meta=userinfo&uiprop=nonsense|groups&requestid=7&curtimestamp=1', {
        as: 'cora',
      }),
      get('action=query&meta=userinfo&uiprop=groups&nonsense=1&requestid=7', { as: 'cora' }),
      get('action=query&meta=nonsense&requestid=e%CC%81&more=1', { as: 'cora' }),
      get('action=query&meta=nonsense&requestid=e%CC%81&more=1&format=json', { as: 'cora' }),
      get('action=query&meta=nonsense&requestid=e%CC%81&more=1&errorformat=raw', { as: 'cora' }),
      get('action=checktoken&type=csrf&token=+%5C&requestid=e%CC%81&more=1&errorformat=raw'),
      get('action=checktoken&type=x&token=+%5C&requestid=e%CC%81&more=1&errorformat=raw'),
      get('action=checktoken&type=x&token=+%5C&requestid=e%CC%81&more=1'),
    ],
  },
]
