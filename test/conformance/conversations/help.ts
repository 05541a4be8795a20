import type { Conversation } from '../../../src/compare/conversation.ts'
import { cora } from '../accounts.ts'
import { get, post } from '../steps.ts'

const about = (modules: string): string =>
  `action=help&format=json&modules=${modules.replaceAll('+', '%2B')}`

/** The documentation for people. Its sentences are our own; ids, classes and order are not. */
export const help: readonly Conversation[] = [
  {
    name: 'documents a module on a page, whatever the format',
    steps: [
      get(about('login')),
      get(about('checktoken')),
      get(about('help')),
      get(about('none')),
      get(about('json')),
      get(about('php')),
      get(about('xml')),
      get(about('xmlfm')),
      get(about('query+tokens')),
      get(about('query+siteinfo')),
      get(about('query+users')),
      get(about('query+allusers')),
      get('action=help&format=none&modules=none'),
      get('action=help&format=xml&modules=none'),
      get('action=help&format=json&formatversion=9&modules=none'),
      get('action=help&format=json&callback=f&modules=none'),
      get(`${about('none')}&uselang=fr`),
      get(`${about('none')}&uselang=qqq-nowhere`),
      post(about('none')),
      get(about('none'), { method: 'HEAD' }),
    ],
  },
  {
    name: 'documents several modules, with links to each other and a table of contents',
    steps: [
      get(about('login|checktoken')),
      get(about('query+tokens|none')),
      get(`${about('login')}&toc=1`),
      get(`${about('login|query+tokens|none')}&toc=1`),
      get(`${about('login|login')}&toc=1`),
      get(`${about('none')}&submodules=1`),
      get(`${about('none|json')}&submodules=1&toc=1`),
      get(`${about('none|json')}&recursivesubmodules=1`),
    ],
  },
  {
    name: 'puts the page of documentation into an answer when asked to',
    steps: [
      get(`${about('none')}&wrap=1`),
      get(`${about('none')}&wrap=1&formatversion=2`),
      get(`${about('checktoken')}&wrap=`),
      get(`${about('none')}&wrap=1&requestid=7&curtimestamp=1`),
      get(`${about('none')}&wrap=1&nonsense=1`),
      get('action=help&modules=none&wrap=1&format=none'),
    ],
  },
  {
    name: 'cannot document what is no module',
    steps: [
      get(about('nonsense')),
      get(`${about('nonsense')}&errorformat=raw&formatversion=2`),
      get(`${about('none|nonsense')}&errorformat=raw&formatversion=2`),
      get(`${about('query+nonsense')}&errorformat=raw&formatversion=2`),
      get(`${about('login+x')}&errorformat=raw&formatversion=2`),
      get(`${about('main+login')}&errorformat=raw&formatversion=2`),
      get(`${about('+')}&errorformat=raw&formatversion=2`),
      get(`${about('nonsense')}&wrap=1`),
      get(`${about('nonsense')}&format=none`),
    ],
  },
  {
    name: 'shows documentation to everybody and always, and warns in a comment',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get(about('none'), { config: { GroupPermissions: { __merge: { '*': { read: false } } } } }),
      get(about('none'), { config: { ReadOnly: 'maintenance' } }),
      get(`${about('none')}&maxlag=-5`),
      get(`${about('none')}&maxage=60&smaxage=60`),
      get(`${about('none')}&maxage=60&wrap=1`),
      get(`${about('none')}&assert=user`),
      get(`${about('none')}&assert=user`, { as: 'cora' }),
      get(`${about('none')}&nonsense=1`),
      get(`${about('none')}&toc[]=1`),
      get(`${about('none')}&toc[]=1&errorformat=raw`),
      get(`${about('none')}&toc[]=--%3E&errorformat=raw`),
      get(`${about('none')}&origin=*`),
      get(`${about('none')}&format=nonsense`),
    ],
  },
]
