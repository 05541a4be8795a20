import type { Conversation } from '../conversation.ts'
import { get, post } from '../conversation.ts'

const odd = '%C3%A9%E2%80%A8%22%5C/%3C%26%27%F0%9F%98%80%09'

/** How answers are spelled: `json` and `none`. */
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
]
