import type { Conversation } from '../../../src/compare/conversation.ts'
import { cora } from '../accounts.ts'
import { get, post } from '../steps.ts'

const ask = (rest: string) => `action=query&${rest}`
const xml = (rest: string) => `action=query&${rest}&format=xml`
const old = (rest: string) => `action=query&${rest}&format=json`

const wikipedia = { prefix: 'wikipedia', url: 'https://en.wikipedia.org/wiki/$1' }

const readPrivately = { GroupPermissions: { __merge: { '*': { read: false } } } }

/** How a query is put together: its pages, its modules, and how it goes on. */
export const query: readonly Conversation[] = [
  {
    name: 'tells of titles that no page has',
    steps: [
      get(ask('titles=Foo')),
      get(old('titles=Foo')),
      get(xml('titles=Foo'), { compare: 'text' }),
      get(ask('titles=foo')),
      get(ask('titles=foo|Foo|foo_|bar_baz')),
      get(old('titles=foo|Foo|bar_baz')),
      get(xml('titles=foo|Foo|bar_baz'), { compare: 'text' }),
      get(ask('titles=Talk:b|A|User:c|Talk:a|D')),
      get(old('titles=Talk:b|A|User:c|Talk:a|D')),
      get(ask('titles=')),
      get(ask('titles=|')),
      post(ask('titles=Foo')),
      get(ask('titles=%1FA%1FB')),
      get(ask('titles=%1FA|b%1Fc')),
    ],
  },
  {
    name: 'spells titles as the wiki does',
    steps: [
      get(ask('titles=x _ y|_x_|Foo ')),
      get(ask('titles=talk:x|TALK:y|user_talk:z|File_talk: q')),
      get(ask('titles=project:x|oracle:y|image:z|Image_talk:z')),
      get(ask('titles=:foo|:talk:bar|Foo::bar')),
      get(ask('titles=%26amp;a|%26%23x41;b')),
      get(ask('titles=%E2%80%8Eab')),
      get(ask('titles=a%23b|a %23b|Talk:a%23b%23c')),
      get(ask('titles=User:2001:db8::1|user talk:2001:DB8::1|User:127.0.0.2')),
      get(ask('titles=%CE%A9mega|%C3%A9a|%C3%9Fa|%C7%86')),
      get(ask('titles=Media:foo.png|media:Bar.png')),
      get(xml('titles=talk:x|Media:foo.png'), { compare: 'text' }),
      get(ask('titles=Special:Nonsense-{fresh}')),
      get(ask('titles=Talk:Special:x')),
    ],
  },
  {
    name: 'tells which titles were changed to be text in normal form',
    steps: [
      get(ask('titles=A%CC%8A')),
      get(ask('titles=A%CC%8A|b')),
      get(ask('titles=A%CC%8A|b&errorformat=raw')),
      get(ask('titles=%E9')),
      get(old('titles=%E9')),
      get(ask('titles=b|%E9|%C3%A9')),
    ],
  },
  {
    name: 'tells what cannot be a title',
    steps: [
      get(ask('titles=[bad]')),
      get(old('titles=[bad]')),
      get(ask('titles=[bad]&errorformat=raw')),
      get(ask('titles=a{b|a%2541|~~~|a/../b|./a|a/.|%EF%BF%BD')),
      get(ask('titles=Talk:|Talk:%23x|Special:|File:')),
      get(ask('titles=Talk:File:x|Talk:User:y|::foo')),
      get(ask('titles=<x>|a%09b|a%0Ab')),
      get(ask(`titles=${'a'.repeat(255)}|${'b'.repeat(256)}`)),
      get(ask(`titles=Special:${'a'.repeat(300)}`)),
      get(ask(`titles=Special:${'a'.repeat(513)}`)),
      get(old('titles=[bad]|x|Foo:|Special:')),
      get(old('titles=x|[bad]|Media:y|Talk:z|{&indexpageids=1')),
    ],
  },
  {
    name: 'tells of titles that lead to other wikis',
    fixture: { interwikis: [wikipedia] },
    steps: [
      get(ask('titles=wikipedia:foo')),
      get(old('titles=wikipedia:foo|Bar')),
      get(xml('titles=wikipedia:foo|Bar'), { compare: 'text' }),
      get(ask('titles=wikipedia:foo&iwurl=1')),
      get(ask('titles=wikipedia:Foo bar&iwurl=1')),
      get(ask('titles=Wikipedia:x|WIKIPEDIA:y|:wikipedia:z')),
      get(ask('titles=wikipedia:talk:x')),
      get(ask('titles=wikipedia:')),
      get(ask('titles=Talk:wikipedia:x')),
    ],
  },
  {
    name: 'tells of ids that no page has',
    steps: [
      get(ask('pageids=999999')),
      get(old('pageids=999999|999998')),
      get(xml('pageids=999999|999998'), { compare: 'text' }),
      get(ask('pageids=999999|-5|0|999999')),
      get(ask('pageids=')),
      get(ask('pageids=abc')),
      get(ask('pageids=999999|abc&errorformat=raw')),
      get(ask('pageids=99999999999999999999')),
      get(ask('pageids=9999999999')),
    ],
  },
  {
    name: 'tells of ids that no revision has',
    steps: [
      get(ask('revids=999999')),
      get(old('revids=999999|999998')),
      get(xml('revids=999999|999998'), { compare: 'text' }),
      get(ask('revids=0')),
      get(ask('revids=0|999999|-2')),
      get(ask('revids=')),
      get(ask('revids=abc')),
      get(ask('revids=999999&redirects=1')),
      get(ask('revids=999999&redirects=1&errorformat=raw')),
    ],
  },
  {
    name: 'takes pages from one source only',
    steps: [
      get(ask('titles=a&pageids=1')),
      get(ask('titles=a&revids=1&errorformat=raw')),
      get(ask('pageids=1&revids=1&errorformat=raw')),
      get(ask('titles=a&pageids=&revids=&errorformat=raw')),
      get(ask('titles=a&pageids=abc')),
      get(ask('titles=foo&redirects=1&converttitles=1')),
      get(ask('generator=nonsense')),
      get(ask('generator=nonsense&errorformat=raw')),
      get(ask('generator=users')),
      get(ask('generator=allusers&errorformat=raw')),
      get(ask('generator=')),
      get(ask('generator=siteinfo&titles=a&pageids=1')),
    ],
  },
  {
    name: 'lists the keys of pages',
    steps: [
      get(ask('titles=b|a|Talk:c&indexpageids=1')),
      get(old('titles=b|a|Talk:c&indexpageids=1')),
      get(xml('titles=b|a|Talk:c&indexpageids=1'), { compare: 'text' }),
      get(ask('pageids=999999|-1|0&indexpageids=')),
      get(ask('indexpageids=1')),
      get(ask('titles=b&indexpageids=1&rawcontinue=1')),
    ],
  },
  {
    name: 'takes so many titles and ids at once, and no more',
    steps: [
      get(ask(`titles=${Array.from({ length: 51 }, (_, at) => `A${at}`).join('|')}`)),
      get(ask(`pageids=${Array.from({ length: 51 }, (_, at) => 900000 + at).join('|')}`)),
      get(
        ask(`titles=${Array.from({ length: 51 }, (_, at) => `A${at}`).join('|')}&errorformat=raw`),
      ),
    ],
  },
  {
    name: 'reads how to go on',
    fixture: { accounts: [cora], visitors: { cora } },
    steps: [
      get(ask('continue=')),
      get(ask('continue=||')),
      get(ask('continue=-||')),
      get(ask('continue=x')),
      get(ask('continue=x&errorformat=raw')),
      get(ask('continue=a||b')),
      get(ask('continue=a||b||c')),
      get(ask('continue=-')),
      get(ask('continue=|')),
      get(ask('continue=||&titles=foo')),
      get(ask('continue=-||&titles=foo')),
      get(ask('continue=-||userinfo&meta=userinfo&uiprop=groups')),
      get(ask('continue=||userinfo&meta=userinfo|tokens')),
      get(ask('continue=-||users&list=users&ususers=x&meta=userinfo')),
      get(ask('rawcontinue=1')),
      get(ask('rawcontinue=1&continue=')),
      get(ask('rawcontinue=1&titles=a&meta=userinfo')),
      get(ask('continue=-||userinfo&meta=userinfo'), { as: 'cora' }),
    ],
  },
  {
    name: 'asks its modules in order, and each once',
    steps: [
      get(ask('meta=userinfo|siteinfo&siprop=rightsinfo&list=users&ususers=x')),
      get(ask('meta=siteinfo|userinfo|siteinfo&siprop=rightsinfo')),
      get(ask('meta=siteinfo|userinfo&siprop=rightsinfo&list=users&ususers=x&titles=y')),
      get(old('meta=siteinfo|userinfo&siprop=rightsinfo&list=users&ususers=x&titles=y')),
      get(xml('meta=siteinfo&siprop=rightsinfo&list=users&ususers=x&titles=y'), {
        compare: 'text',
      }),
      get(ask('meta=nonsense&list=more-nonsense&prop=most-nonsense')),
      get(ask('meta=nonsense|userinfo&list=nonsense|users&ususers=x&errorformat=none')),
      get(ask('list=*')),
    ],
  },
  {
    name: 'may be kept by caches if all of its modules may',
    steps: [
      get(ask('titles=A&maxage=60')),
      get(ask('list=users&ususers=x&maxage=60&smaxage=60')),
      get(ask('list=users&ususers=x&usprop=blockinfo&maxage=60')),
      get(ask('list=users&ususers=x&meta=userinfo&maxage=60')),
      get(ask('list=users&ususers=x&meta=siteinfo&siprop=rightsinfo&maxage=60')),
      get(ask('list=allusers&auprefix=Zq-none&maxage=60')),
    ],
  },
  {
    name: 'gives tokens, and nothing else, to who may not read the wiki',
    steps: [
      get(ask('meta=tokens'), { config: readPrivately }),
      get(ask('meta=tokens&rawcontinue=1&indexpageids='), { config: readPrivately }),
      get(ask('meta=tokens&titles='), { config: readPrivately }),
      get(ask('meta=tokens&redirects=1'), { config: readPrivately }),
      get(ask('meta=tokens&iwurl=1'), { config: readPrivately }),
      get(ask('meta=tokens&continue='), { config: readPrivately }),
      get(ask('meta=tokens&generator='), { config: readPrivately }),
      get(ask('meta=tokens&list='), { config: readPrivately }),
      get(ask('meta=tokens|userinfo'), { config: readPrivately }),
      get(ask('meta='), { config: readPrivately }),
      get(ask('meta=nonsense'), { config: readPrivately }),
      get(ask('rawcontinue=1'), { config: readPrivately }),
      get(ask('list=users&ususers=x'), { config: readPrivately }),
    ],
  },
]
