import type { Conversation } from '../../../src/compare/conversation.ts'
import { cora, sven } from '../accounts.ts'
import { get, post } from '../steps.ts'

const about = (modules: string): string =>
  `action=paraminfo&modules=${modules.replaceAll('+', '%2B')}`

/** What programs are told about modules; which modules there are beside these is no question. */
export const paraminfo: readonly Conversation[] = [
  {
    name: 'tells programs about actions, parts of a query, and formats',
    steps: [
      get(about('login')),
      get(about('checktoken')),
      get(about('help')),
      get(about('none')),
      get(about('json')),
      get(about('jsonfm')),
      get(about('rawfm')),
      get(about('php')),
      get(about('phpfm')),
      get(about('xml')),
      get(about('xmlfm')),
      get(about('query+tokens')),
      get(about('query+userinfo')),
      get(about('query+siteinfo')),
      get(about('query+users')),
      get(about('query+allusers')),
      get(about('login|checktoken|query+tokens|json|none')),
      get(about('none|json|none|json')),
      post(about('none')),
    ],
  },
  {
    name: 'tells programs that logging out needs write rights, as it does here',
    steps: [
      get(about('logout'), {
        differs: {
          id: 'logout-write',
          instead: {
            body: {
              paraminfo: {
                helpformat: 'none',
                modules: [
                  {
                    name: 'logout',
                    classname: 'ApiLogout',
                    path: 'logout',
                    group: 'action',
                    prefix: '',
                    source: 'MediaWiki',
                    sourcename: 'MediaWiki',
                    licensetag: 'GPL-2.0-or-later',
                    licenselink: '<server>/index.php?title=Special:Version/License/MediaWiki',
                    writerights: true,
                    mustbeposted: true,
                    helpurls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Logout'],
                    parameters: [
                      {
                        index: 1,
                        name: 'global',
                        type: 'boolean',
                        required: false,
                        multi: false,
                      },
                      {
                        index: 2,
                        name: 'token',
                        type: 'string',
                        required: true,
                        sensitive: true,
                        multi: false,
                        tokentype: 'csrf',
                      },
                    ],
                    templatedparameters: [],
                  },
                ],
              },
            },
          },
        },
      }),
    ],
  },
  {
    name: 'tells programs so in version 1 of the structure of answers',
    steps: [
      get(`${about('login')}&format=json`),
      get(`${about('checktoken')}&format=json`),
      get(`${about('query+tokens|none')}&format=json`),
      get(`${about('query+siteinfo')}&format=json`),
      get(`${about('query+users')}&format=json&helpformat=raw`),
    ],
  },
  {
    name: 'tells programs what a limit is for who asks',
    fixture: { accounts: [cora, sven], visitors: { cora, sven } },
    steps: [
      get(about('query+users'), { as: 'cora' }),
      get(about('query+users'), { as: 'sven' }),
      get(about('query+tokens'), { as: 'sven' }),
    ],
  },
  {
    name: 'describes modules for people in the form that a program asks for',
    steps: [
      get(`${about('login')}&helpformat=none`),
      get(`${about('login')}&helpformat=html`),
      get(`${about('login')}&helpformat=wikitext`),
      get(`${about('login')}&helpformat=raw`),
      get(`${about('checktoken')}&helpformat=raw`),
      get(`${about('query+tokens')}&helpformat=raw`),
      get(`${about('none')}&helpformat=raw`),
      get(`${about('json')}&helpformat=raw`),
      get(`${about('json')}&helpformat=html`),
      get(`${about('xmlfm')}&helpformat=html`),
      get(`${about('query+tokens')}&helpformat=html`),
      get(`${about('query+tokens')}&helpformat=wikitext`),
      get(`${about('query+siteinfo')}&helpformat=html`),
      get(`${about('checktoken')}&helpformat=wikitext&uselang=fr`),
      get(`${about('login')}&helpformat=nonsense`),
      get(`${about('login')}&helpformat=nonsense&errorformat=raw`),
    ],
  },
  {
    name: 'tells programs nothing of what is no module, and warns',
    steps: [
      get('action=paraminfo'),
      get(about('')),
      get('action=paraminfo&format=json'),
      get(about('nonsense')),
      get(`${about('nonsense')}&errorformat=raw`),
      get(`${about('nonsense')}&format=json`),
      get(about('nonsense|none')),
      get(about('Logout')),
      get(`${about('query+nonsense')}&errorformat=raw`),
      get(`${about('query+')}&errorformat=raw`),
      get(`${about('login+x')}&errorformat=raw`),
      get(`${about('query+tokens+x')}&errorformat=raw`),
      get(`${about('main+login')}&errorformat=raw`),
      get(`${about('+login')}&errorformat=raw`),
      get(`${about('allusers')}&errorformat=raw`),
      get(`${about('nonsense+*')}&errorformat=raw`),
      get(`${about('nonsense+**')}&errorformat=raw`),
      get(`${about('login+*')}&errorformat=raw`),
      get(`${about('a|b|none')}&errorformat=raw`),
      get('action=paraminfo&modules[]=none'),
    ],
  },
  {
    name: 'takes the names that older programs send',
    steps: [
      get('action=paraminfo&querymodules=tokens'),
      get('action=paraminfo&querymodules=tokens&errorformat=raw'),
      get('action=paraminfo&querymodules=tokens|nonsense&errorformat=raw'),
      get('action=paraminfo&querymodules=nonsense'),
      get('action=paraminfo&formatmodules=none'),
      get('action=paraminfo&formatmodules=none|nonsense&errorformat=raw'),
      get('action=paraminfo&formatmodules=none&modules=none'),
    ],
  },
  {
    name: 'tells programs whatever they may do on this wiki',
    steps: [
      get(about('none'), { config: { GroupPermissions: { __merge: { '*': { read: false } } } } }),
      get(about('none'), { config: { ReadOnly: 'maintenance' } }),
      get(`${about('none')}&maxlag=-5`),
      get(`${about('none')}&maxage=60&smaxage=60`),
      get(`${about('none')}&assert=user`),
      get(`${about('none')}&requestid=7`),
    ],
  },
]
