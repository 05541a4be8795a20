import type { Conversation } from '../../../src/compare/conversation.ts'
import { cora } from '../accounts.ts'
import { fetchLoginToken, get, post } from '../steps.ts'

const multipart = 'multipart/form-data; boundary=XX'

function parts(pairs: Readonly<Record<string, string>>): string {
  const written = Object.entries(pairs).map(
    ([name, value]) => `--XX\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${written.join('')}--XX--\r\n`
}

const query = 'action=query&format=json&formatversion=2'

/** How a request's bytes become parameters. */
export const reading: readonly Conversation[] = [
  {
    name: 'mends texts that are not UTF-8, not composed, or not text',
    steps: [
      get('action=query&requestid=%E9'),
      get('action=query&requestid=a%FF%FEb'),
      get('action=query&requestid=%80%9F'),
      get('action=query&requestid=%81'),
      get('action=query&requestid=%C3%A9%E9'),
      get('action=query&requestid=%C0%80'),
      get('action=query&requestid=%ED%A0%80'),
      get('action=query&requestid=%F4%90%80%80'),
      get('action=query&requestid=%EF%BF%BD'),
      get('action=query&requestid=%EF%BF%BF'),
      get('action=query&requestid=%00'),
      get('action=query&requestid=a%01b%1Fc'),
      get('action=query&requestid=a%09b%0Ac%0Dd'),
      get('action=query&requestid=%7F'),
      get('action=query&requestid=A%CC%8A'),
      get('action=query&requestid=%E2%84%AB'),
      get('action=query&requestid=%EF%AC%81'),
      get('action=query&requestid=%EF%BB%BFx'),
      get('action=query&requestid=%C3%A9'),
    ],
  },
  {
    name: 'mends texts in a body',
    steps: [
      post('action=query&requestid=%E9'),
      post('action=query&requestid=a%FFb'),
      post('action=query&requestid=e%CC%81'),
      post('action=query&requestid=%00'),
      post('action=query&requestid=%C3%A9'),
    ],
  },
  {
    name: 'takes the last of several values, and the body before the URL',
    steps: [
      get('action=query&requestid=1&requestid=2'),
      post('action=query&requestid=1&requestid=2'),
      post('requestid=2&action=query', { query: 'requestid=1' }),
      post('requestid=2', { query: `${query}&requestid=1` }),
      post('requestid=', { query: `${query}&requestid=1` }),
      get('action=nonsense&action=query'),
      get('action=query&requestid=1&requestid[]=2'),
      get('action=query&requestid[]=2&requestid=1'),
    ],
  },
  {
    name: 'reads names as PHP does',
    steps: [
      get('action=query&request id=1'),
      get('action=query&request.id=1&errorformat=raw'),
      get('action=query&a.b=1&a b=2&errorformat=raw'),
      get('action=query&%20requestid=1'),
      get('action=query&requestid%20=1&errorformat=raw'),
      get('action=query&a[=1&errorformat=raw'),
      get('action=query&a]=1&errorformat=raw'),
      get('action=query&a[b][c]=1&errorformat=raw'),
      get('action=query&requestid%00x=1&errorformat=raw'),
      get('action=query&r%65questid=1'),
      get('action=query&RequestId=1&errorformat=raw'),
      get('action=query&=1&errorformat=raw'),
      get('action=query&&&requestid=1'),
      get('action=query;requestid=1'),
      get('action=query&requestid=1%26x=2'),
      get('action=query&requestid=a=b=c'),
      get('action=query&requestid=1+2%2B3'),
      get('action=query&requestid=50%25'),
      get('action=query&requestid=50%'),
      get('action=query&requestid=%zz'),
    ],
  },
  {
    name: 'takes an empty value for a value',
    steps: [
      get('action=query&requestid'),
      get('action=query&requestid='),
      get('action=query&curtimestamp'),
      get('action=query&curtimestamp=0'),
      get('action=query&curtimestamp=false'),
      get('action=query&meta=&list=&prop='),
      get('action=query&meta=userinfo&uiprop='),
    ],
  },
  {
    name: 'splits values at bars, or at a separator that was announced',
    steps: [
      get('action=query&meta=tokens|userinfo'),
      get('action=query&meta=%1Ftokens%1Fuserinfo'),
      get('action=query&meta=%1Ftokens'),
      get('action=query&meta=%1F'),
      get('action=query&meta=%1Ftokens|userinfo'),
      get('action=query&meta=tokens%1Fuserinfo'),
      get('action=query&meta=tokens| userinfo'),
      get('action=query&meta=|tokens'),
      get('action=query&meta=|'),
      get('action=query&meta=tokens|tokens'),
      get('action=checktoken&type=%1Fcsrf&token=x'),
      get('action=checktoken&type=csrf&token=%1Fx'),
      get('action=checktoken&type=csrf&token=%1Fx&errorformat=raw'),
      get('action=checktoken&type=csrf&token=x&maxtokenage=%1F5'),
    ],
  },
  {
    name: 'reads forms in parts',
    fixture: { accounts: [cora] },
    steps: [
      post(parts({ action: 'query', requestid: 'a b', format: 'json' }), {
        type: multipart,
        query: 'formatversion=2&format=json',
      }),
      post(parts({ requestid: 'é' }), { type: multipart, query }),
      post(parts({ 'meta[]': 'tokens' }), { type: multipart, query }),
      post(parts({ nonsense: '1' }), { type: multipart, query }),
      post(
        `--XX\r\nContent-Disposition: form-data; name="f"; filename="x.txt"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--XX--\r\n`,
        { type: multipart, query },
      ),
      post(parts({}), { type: multipart, query }),
      fetchLoginToken(),
      post(
        parts({
          action: 'login',
          lgname: cora.name,
          lgpassword: cora.password,
          lgtoken: '{login}',
        }),
        { type: multipart, query: 'format=json&formatversion=2' },
      ),
    ],
  },
  {
    name: 'ignores bodies of other types',
    steps: [
      post('{"requestid":"1"}', { type: 'application/json', query }),
      post('requestid=1', { type: 'text/plain', query }),
      post('requestid=1', { type: 'application/x-nonsense', query }),
      post('requestid=1', { type: 'application/x-www-form-urlencoded; charset=UTF-8', query }),
      post('requestid=1', { type: 'APPLICATION/X-WWW-FORM-URLENCODED', query }),
      post('requestid=1', { type: '', query }),
    ],
  },
]
