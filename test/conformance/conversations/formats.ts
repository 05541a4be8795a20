import type { Conversation } from '../../../src/compare/conversation.ts'
import { get, post } from '../steps.ts'

const quoted = '%C3%A9%22%5C/%3C%26%27%3E%F0%9F%98%80%09%0A'
const odd = '%C3%A9%E2%80%A8%22%5C/%3C%26%27%F0%9F%98%80%09'

const names = ['json', 'jsonfm', 'none', 'php', 'phpfm', 'rawfm', 'xml', 'xmlfm']
const withVersion = ['json', 'jsonfm', 'php', 'phpfm']
const pages = ['jsonfm', 'phpfm', 'rawfm', 'xmlfm']

/** The same questions for every format: a success, warnings, an error. */
const everyFormat: readonly Conversation[] = names.map((name) => ({
  name: `spells a success, warnings and errors in ${name}`,
  steps: [
    get(`action=query&format=${name}`, { compare: 'text' }),
    get(`action=query&requestid=${quoted}&format=${name}`, { compare: 'text' }),
    get(`action=query&meta=userinfo&uiprop=groups|rights|changeablegroups|options&format=${name}`),
    get(`action=query&meta=tokens&type=csrf|watch&format=${name}`),
    get(`action=query&meta=tokens&type=&format=${name}`, { compare: 'text' }),
    get(
      'action=query&meta=siteinfo&siprop=namespaces|namespacealiases|usergroups|dbrepllag|rightsinfo' +
        `&format=${name}`,
    ),
    get(`action=query&meta=tokens&type=nonsense&nonsense=1&format=${name}`),
    get(`action=query&meta=tokens&type=nonsense&nonsense=1&errorformat=plaintext&format=${name}`),
    get(`action=query&meta=tokens&type=nonsense&nonsense=1&errorformat=raw&format=${name}`),
    ...['bc', 'plaintext', 'wikitext', 'html', 'raw', 'none'].map((errorFormat) =>
      get(`action=query&assert=user&errorformat=${errorFormat}&curtimestamp=1&format=${name}`),
    ),
    get(`action=query&maxlag=-2&format=${name}`),
    get(`action=query&format=${name}`, { method: 'PUT' }),
    post(`action=login&lgname=Nobody&format=${name}`),
    post(`action=query&meta=userinfo&format=${name}`),
    get(`action=query&meta=siteinfo&siprop=dbrepllag&maxage=60&smaxage=60&format=${name}`),
    get(`action=query&meta=siteinfo&siprop=dbrepllag&format=${name}&callback=f`),
  ],
}))

const versions: readonly Conversation[] = withVersion.map((name) => ({
  name: `knows the versions of the structure in ${name}`,
  steps: ['1', '2', 'latest', '3'].flatMap((version) => [
    get(
      `action=query&meta=userinfo&uiprop=groups|acceptlang&format=${name}&formatversion=${version}`,
      {
        headers: { 'accept-language': 'fr,de;q=0.5' },
      },
    ),
    get(`action=query&assert=user&format=${name}&formatversion=${version}`),
    get(`action=query&nonsense=1&errorformat=html&format=${name}&formatversion=${version}`),
  ]),
}))

const wrapped: readonly Conversation[] = pages.map((name) => ({
  name: `wraps the page of ${name} for a script`,
  steps: [
    get(`action=query&format=${name}&wrappedhtml=1`, { compare: 'text' }),
    get(`action=query&assert=user&format=${name}&wrappedhtml=1`),
    get(`action=query&format=${name}&wrappedhtml=1`, { method: 'PUT' }),
    get(
      `action=query&meta=siteinfo&siprop=dbrepllag&maxage=60&smaxage=60&format=${name}&wrappedhtml`,
    ),
    get(`action=query&format=${name.slice(0, -2)}&wrappedhtml=1`),
  ],
}))

const xmlOnly: readonly Conversation[] = [
  {
    name: 'has parameters of its own in XML',
    steps: ['xml', 'xmlfm'].flatMap((name) => [
      get(`action=query&includexmlnamespace=1&format=${name}`, { compare: 'text' }),
      get(`action=query&xslt=MediaWiki:Style.xsl&format=${name}`),
      get(`action=query&xslt=&errorformat=raw&format=${name}`),
      get(`action=query&xslt=x&assert=user&format=${name}`),
      get(`action=query&formatversion=2&format=${name}`),
    ]),
  },
  {
    name: 'names in XML what has no name for XML',
    steps: [
      get('action=query&meta=userinfo&uiprop=ratelimits&format=xml', {
        config: {
          RateLimits: Object.fromEntries(
            ['a b', '5', '-1', 'a:b', '05', 'a.b', '.c', '', 'xml'].map((key) => [
              key,
              { ip: [1, 2] },
            ]),
          ),
        },
      }),
    ],
  },
  {
    name: 'shows a page to who names no format, or none that is known',
    steps: [
      { query: 'action=query' },
      { query: 'action=query&assert=user' },
      get('action=query&format='),
      get('action=query&format=nonsense'),
      get('action=query&format=nonsense&errorformat=html'),
      get('action=query&format=JSON&wrappedhtml=1'),
      { query: 'action=query&format[]=json' },
      { query: 'action=query&uselang=fr' },
    ],
  },
]

/** How answers are spelled. */
export const formats: readonly Conversation[] = [
  {
    name: 'escapes as the version of JSON wants it',
    steps: [
      get(`action=query&requestid=${odd}&format=json`, { compare: 'text' }),
      get(`action=query&requestid=${odd}&format=json&formatversion=1`, { compare: 'text' }),
      get(`action=query&requestid=${odd}&format=json&formatversion=2`, { compare: 'text' }),
      get(`action=query&requestid=${odd}&format=json&formatversion=latest`, { compare: 'text' }),
      get(`action=query&requestid=${odd}&format=json&utf8=1`, { compare: 'text' }),
      get(`action=query&requestid=${odd}&format=json&formatversion=2&ascii=1`, { compare: 'text' }),
      get(`action=query&requestid=${odd}&format=json&formatversion=2&utf8=1`, { compare: 'text' }),
      get(`action=query&requestid=${odd}&format=json&utf8=1&ascii=1`, { compare: 'text' }),
      get(`action=query&requestid=${odd}&format=json&formatversion=2&utf8=1&ascii=1`, {
        compare: 'text',
      }),
      get(`action=query&requestid=${odd}&format=json&ascii=1`, { compare: 'text' }),
      get(
        'action=query&requestid=%08%0C%0A%0D%1B%7F&errorformat=none&format=json&formatversion=2',
        {
          compare: 'text',
        },
      ),
    ],
  },
  {
    name: 'writes truth as the version of JSON wants it',
    steps: [
      get('action=query&meta=userinfo&format=json', { compare: 'text' }),
      get('action=query&meta=userinfo&format=json&formatversion=2', { compare: 'text' }),
      get('action=query&meta=userinfo&uiprop=changeablegroups|groupmemberships&format=json', {
        compare: 'text',
      }),
      get(
        'action=query&meta=userinfo&uiprop=changeablegroups|groupmemberships&format=json&formatversion=2',
        { compare: 'text' },
      ),
    ],
  },
  {
    name: 'knows versions 1, 2 and latest',
    steps: [
      get('action=query&format=json&formatversion=3'),
      get('action=query&format=json&formatversion='),
      get('action=query&format=json&formatversion=3&errorformat=raw'),
      get('action=query&format=json&formatversion=Latest'),
      get('action=query&format=json&formatversion[]=2'),
      get('action=checktoken&format=json&formatversion=3'),
      get('action=checktoken&format=json&formatversion=3&errorformat=raw'),
    ],
  },
  {
    name: 'calls back',
    steps: [
      get('action=query&callback=f', { compare: 'text' }),
      get('action=query&callback=a.b[%22c%22]_9', { compare: 'text' }),
      get("action=query&callback=a['b']", { compare: 'text' }),
      get('action=query&callback=al%C3%A9rt(1);//', { compare: 'text' }),
      get('action=query&callback=', { compare: 'text' }),
      get('action=query&callback=%3Cb%3E&requestid=%3C/script%3E', { compare: 'text' }),
      get('action=checktoken&callback=f'),
      get('action=checktoken&callback=f&format=json'),
      post('action=query&callback=f', { compare: 'text' }),
      get('action=query&callback[]=f'),
      get('action=query&format=none&callback=f'),
      get('action=query&callback=f&maxage=60&smaxage=60', { compare: 'text' }),
    ],
  },
  {
    name: 'answers nothing at all when asked to',
    steps: [
      get('action=query&format=none'),
      get('action=query&format=none&requestid=7'),
      get('action=checktoken&format=none'),
      get('action=query&meta=tokens&type=login&format=none'),
      get('action=query&format=none&formatversion=2'),
      post('action=login&format=none'),
      get('action=query&format=none&maxage=60&smaxage=60'),
    ],
  },
  {
    name: 'writes empty lists and empty objects',
    steps: [
      get('action=query&meta=tokens&type=&format=json', { compare: 'text' }),
      get('action=query&meta=tokens&type=&format=json&formatversion=2', { compare: 'text' }),
      get('action=query&format=json', { compare: 'text' }),
      get('action=query&format=json&formatversion=2', { compare: 'text' }),
      get('action=query&meta=siteinfo&siprop=dbrepllag&format=json', { compare: 'text' }),
    ],
  },
  ...everyFormat,
  ...versions,
  ...wrapped,
  ...xmlOnly,
]
