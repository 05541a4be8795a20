import type { Conversation } from '../../../src/compare/conversation.ts'
import { get } from '../steps.ts'

const siteinfoOf = (properties: string) => `action=query&meta=siteinfo&siprop=${properties}`

/** Siteinfo may be kept by caches, so it names what its answer depends on. */
export const siteinfo: readonly Conversation[] = [
  {
    name: 'describes the wiki in general',
    steps: [
      get('action=query&meta=siteinfo', { compare: 'shape' }),
      get('action=query&meta=siteinfo&format=json', { compare: 'shape' }),
      get(siteinfoOf('general'), { compare: 'shape' }),
      get(siteinfoOf('general'), { compare: 'shape', config: { ReadOnly: 'maintenance' } }),
    ],
  },
  {
    name: 'lists the namespaces',
    steps: [
      get(siteinfoOf('namespaces')),
      get(siteinfoOf('namespaces&format=json')),
      get(siteinfoOf('namespacealiases')),
      get(siteinfoOf('namespacealiases&format=json')),
    ],
  },
  {
    name: 'counts',
    steps: [
      get(siteinfoOf('statistics'), { compare: 'shape' }),
      get(siteinfoOf('statistics&format=json'), { compare: 'shape' }),
    ],
  },
  {
    name: 'lists the groups of users and what they give',
    steps: [
      get(siteinfoOf('usergroups')),
      get(siteinfoOf('usergroups&format=json')),
      get(siteinfoOf('usergroups&sinumberingroup=1'), { compare: 'shape' }),
      get(siteinfoOf('usergroups'), {
        config: { GroupPermissions: { __merge: { helper: { patrol: true, read: false } } } },
      }),
    ],
  },
  {
    name: 'tells how far databases lag behind, and how texts are licensed',
    steps: [
      get(siteinfoOf('dbrepllag')),
      get(siteinfoOf('dbrepllag&format=json')),
      get(siteinfoOf('dbrepllag&sishowalldb=1')),
      get(siteinfoOf('dbrepllag&sishowalldb=1'), {
        compare: 'shape',
        config: { ShowHostnames: true },
      }),
      get(siteinfoOf('rightsinfo')),
      get(siteinfoOf('rightsinfo'), {
        config: { RightsUrl: 'https://example.org/licence', RightsText: 'A licence' },
      }),
    ],
  },
  {
    name: 'lists the extensions',
    steps: [
      get(siteinfoOf('extensions'), {
        compare: 'shape',
        differs: {
          id: 'nothing-to-show',
          instead: { body: { batchcomplete: 'boolean', query: { extensions: [] } } },
        },
      }),
    ],
  },
  {
    name: 'answers several properties in the order asked, and warns of unknown ones',
    steps: [
      get(siteinfoOf('rightsinfo|dbrepllag')),
      get(siteinfoOf('dbrepllag|rightsinfo')),
      get(siteinfoOf('dbrepllag|nonsense')),
      get(siteinfoOf('dbrepllag|nonsense&errorformat=raw')),
      get(siteinfoOf('*')),
      get(siteinfoOf('')),
      get(`${siteinfoOf('dbrepllag')}&meta=siteinfo|userinfo`),
    ],
  },
  {
    name: 'may be kept by caches when asked to be, unless somebody is logged in',
    steps: [
      get(siteinfoOf('dbrepllag&maxage=60')),
      get(siteinfoOf('dbrepllag&smaxage=60')),
      get(siteinfoOf('dbrepllag&smaxage=60&maxage=30')),
      get(siteinfoOf('dbrepllag&smaxage=60&maxage=30&uselang=content')),
      get(siteinfoOf('dbrepllag|nonsense&maxage=60')),
      get(`${siteinfoOf('dbrepllag')}&meta=siteinfo|tokens&maxage=60&smaxage=60`),
    ],
  },
  {
    name: 'is not told to nobody on a private wiki',
    steps: [
      get(siteinfoOf('dbrepllag'), {
        config: { GroupPermissions: { __merge: { '*': { read: false } } } },
      }),
    ],
  },
  {
    name: 'lists what is there by setting',
    steps: [
      get(siteinfoOf('restrictions')),
      get(siteinfoOf('restrictions&format=json')),
      get(siteinfoOf('restrictions&format=xml'), { compare: 'text' }),
      get(siteinfoOf('protocols')),
      get(siteinfoOf('protocols&format=xml'), { compare: 'text' }),
      get(siteinfoOf('uploaddialog')),
      get(siteinfoOf('uploaddialog&format=json')),
      get(siteinfoOf('uploaddialog&format=xml'), { compare: 'text' }),
      get(siteinfoOf('defaultoptions')),
      get(siteinfoOf('defaultoptions&format=json')),
      get(siteinfoOf('rightsinfo|dbrepllag&format=xml'), { compare: 'text' }),
      get(siteinfoOf('namespaces&format=xml'), { compare: 'text' }),
      get(siteinfoOf('namespacealiases&format=xml'), { compare: 'text' }),
      get(siteinfoOf('usergroups&format=xml'), { compare: 'text' }),
      get(siteinfoOf('libraries'), { compare: 'shape' }),
      get(siteinfoOf('languages'), { compare: 'shape' }),
      get(siteinfoOf('languages&format=json'), { compare: 'shape' }),
      get(siteinfoOf('languages&siinlanguagecode=fr'), { compare: 'shape' }),
      get(siteinfoOf('languages&siinlanguagecode=nonsense'), { compare: 'shape' }),
    ],
  },
  {
    name: 'lists none of what it does not have',
    steps: [
      ...[
        'fileextensions',
        'specialpagealiases',
        'magicwords',
        'skins',
        'extensiontags',
        'functionhooks',
        'showhooks',
        'variables',
      ].map((property) =>
        get(siteinfoOf(property), {
          compare: 'shape',
          differs: {
            id: 'nothing-to-show',
            instead: { body: { batchcomplete: 'boolean', query: { [property]: [] } } },
          },
        }),
      ),
      get(siteinfoOf('languagevariants'), {
        compare: 'shape',
        differs: {
          id: 'nothing-to-show',
          instead: { body: { batchcomplete: 'boolean', query: { languagevariants: {} } } },
        },
      }),
    ],
  },
  {
    name: 'lists other wikis',
    fixture: {
      interwikis: [
        { prefix: 'acronym', url: 'https://www.acronymfinder.com/$1' },
        { prefix: 'wikipedia', url: 'https://en.wikipedia.org/wiki/$1' },
        {
          prefix: 'commons',
          url: 'https://commons.wikimedia.org/wiki/$1',
          api: 'https://commons.wikimedia.org/w/api.php',
        },
      ],
    },
    steps: [
      get(siteinfoOf('interwikimap&format=json'), { compare: 'shape' }),
      get(siteinfoOf('interwikimap&sifilteriw=local')),
      get(siteinfoOf('interwikimap&sifilteriw=local&format=json')),
      get(siteinfoOf('interwikimap&sifilteriw=!local&format=json'), { compare: 'shape' }),
      get(siteinfoOf('interwikimap&sifilteriw=nonsense')),
    ],
  },
]
