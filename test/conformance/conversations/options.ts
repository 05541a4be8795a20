import type { Conversation } from '../../../src/compare/conversation.ts'
import { get, post, type StepDetails } from '../steps.ts'

const password = 'plain-velvet-orchard'
const olga = { name: 'Opt Olga', password }
const oskar = { name: 'Opt Oskar', password }
const otto = { name: 'Opt Otto', password }
const oona = { name: 'Opt Oona', password }
const odin = { name: 'Opt Odin', password, groups: ['sysop'] }
const bea = { name: 'Opt Bea', password }

const bot = { user: oona.name, appId: 'chooser', grants: ['basic', 'editmyoptions'], secret: 'may' }
const poorBot = { user: oona.name, appId: 'reader', grants: ['basic'], secret: 'mayNot' }

/** Asks as Olga; the token is added. */
function change(form: string, details: StepDetails = {}) {
  const as = details.as ?? 'olga'
  return post(`action=options&token={${as}.csrf}&errorformat=raw&${form}`, { ...details, as })
}

/** What the user's preferences are now, those he has chosen first. */
function look(as = 'olga', details: StepDetails = {}) {
  return get('action=query&meta=userinfo&uiprop=options', { ...details, as })
}

const fixture = { accounts: [olga], visitors: { olga } }
const reset = change('reset=1')
const many = (letter: string, times: number) => letter.repeat(times)

/** Each is tried with a value that it cannot have, and with one that it can. */
// biome-ignore format: a table
const values: readonly (readonly [name: string, wrong: string, right: string])[] = [
  ['language',    'de|language=xx|language=zh-yue|language=',  'nds-nl'],
  ['gender',      'feminine|gender=Female|gender=',            'female'],
  ['skin',        'Vector|skin=fallback|skin=apioutput',       'timeless'],
  ['date',        'iso|date=ISO_8601|date=default ',           'ISO 8601'],
  ['imagesize',   '6|imagesize=-1|imagesize=00',               '0'],
  ['thumbsize',   '9|thumbsize=150|thumbsize=',                '4'],
  ['underline',   '3|underline=always',                        '1'],
  ['editfont',    'sansserif|editfont=default',                'serif'],
  ['rclimit',     '0|rclimit=1001|rclimit=-5',                 ' %2B020 '],
  ['wllimit',     '1e9|wllimit=9999999999999999999999',        '1e1'],
  ['searchlimit', '501|searchlimit=1.5',                       ''],
  ['rcdays',      '0|rcdays=91',                               '1.5'],
  ['watchlistdays', '0.04|watchlistdays=1,5',                  '0.05'],
]

/** `action=options`: what one can choose, and what becomes of it. */
export const options: readonly Conversation[] = [
  {
    name: 'changes preferences, and sets them back',
    fixture,
    steps: [
      reset,
      change('change=skin=monobook|hideminor=1'),
      look(),
      change('change=skin=monobook|hideminor=1'),
      change('change=hideminor'),
      look(),
      change('optionname=nickname&optionvalue=a|b=c'),
      change('optionname=hideminor&optionvalue=0'),
      look(),
      change('optionname=nickname'),
      change('change=skin=vector&optionname=skin&optionvalue=minerva'),
      look(),
      reset,
      look(),
    ],
  },
  {
    name: 'keeps only what differs from the wiki’s',
    fixture,
    steps: [
      reset,
      change('change=rclimit=50|skin=vector|language=en|timecorrection=System|rclimit=51'),
      look(),
      change('change=rclimit=50|previewontop=0|search-match-redirect=1|searchNs0=1|nickname='),
      look(),
      change('change=search-match-redirect=0|searchNs0=|searchNs4=1'),
      look(),
      get('action=query&meta=siteinfo&siprop=defaultoptions', { as: 'olga' }),
      reset,
    ],
  },
  {
    name: 'refuses values that a preference cannot have, and does the rest',
    fixture,
    steps: [
      reset,
      ...values.flatMap(([name, wrong, right]) => [
        change(`change=${name}=${wrong.replaceAll('|', '%7C')}`),
        change(`change=${name}=${right}`),
      ]),
      look(),
      change('change=gender=x|rclimit=12|skin=y'),
      look(),
      reset,
    ],
  },
  {
    name: 'takes anything for what is on or off, and for what programs keep',
    fixture,
    steps: [
      reset,
      change('change=usenewrc=no|diffonly=%F0%9F%8C%BB|rcfilters-limit=x|watchlisttoken=y'),
      change('change=search-special-page=z|searchNs15=q|searchNs16=1|searchNs-1=1'),
      change('change=variant=en|variant-en=en|variant-sr=sr-el|variant-xx=y'),
      change('change=disablemail=1|email-allow-new-users=0|ccmeonemails=1|email-blacklist=1'),
      change('change=prefershttps=0|requireemail=1|enotifusertalkpages=0|shownumberswatching=0'),
      change('change=watchlistreloadautomatically=1|wlenhancedfilters-disable=1'),
      change('change=watchlistreloadautomatically=1'),
      look(),
      get('action=query&list=users&ususers=Opt Olga&usprop=emailable|gender'),
      reset,
    ],
  },
  {
    name: 'has preferences for those who have the right',
    fixture: { accounts: [olga, odin], visitors: { olga, odin } },
    steps: [
      change('change=showrollbackconfirmation=1|watchrollback=1|watchdeletion=1|hidepatrolled=1'),
      change('change=showrollbackconfirmation=1|watchrollback=1|watchdeletion=1|hidepatrolled=1', {
        as: 'odin',
      }),
      change('change=newpageshidepatrolled=1|watchlisthidepatrolled=1|minordefault=1'),
      change('change=newpageshidepatrolled=1|watchlisthidepatrolled=1|watchuploads=0', {
        as: 'odin',
      }),
      change('change=minordefault=1|watchmoves=1|watchcreations=0|watchdefault=0', {
        config: {
          GroupPermissions: {
            __merge: {
              '*': { edit: false, createpage: false, createtalk: false },
              user: {
                edit: false,
                minoredit: false,
                move: false,
                createpage: false,
                createtalk: false,
              },
            },
          },
        },
      }),
      change('change=disablemail=1', {
        config: { GroupPermissions: { __merge: { user: { sendemail: false } } } },
      }),
      reset,
      change('reset=1', { as: 'odin' }),
    ],
  },
  {
    name: 'has preferences by the settings of the wiki',
    fixture,
    steps: [
      reset,
      change('change=disablemail=1|enotifusertalkpages=0', { config: { EnableEmail: false } }),
      change('change=disablemail=1|ccmeonemails=1', { config: { EnableUserEmail: false } }),
      change('change=enotifusertalkpages=0|enotifwatchlistpages=0|enotifminoredits=1', {
        config: { EnotifUserTalk: true },
      }),
      change('change=enotifwatchlistpages=0|enotifrevealaddr=1', {
        config: { EnotifWatchlist: true, EnotifRevealEditorAddress: true },
      }),
      change('change=requireemail=1|email-blacklist=1', {
        config: { AllowRequiringEmailForResets: true, EnableUserEmailMuteList: true },
      }),
      change('change=hidecategorization=0|watchlisthidecategorization=0|shownumberswatching=0', {
        config: { RCWatchCategoryMembership: true, RCShowWatchingUsers: true },
      }),
      look(),
      reset,
    ],
  },
  {
    name: 'hides preferences that the wiki does not want',
    fixture,
    steps: [
      reset,
      change('change=gender=male|skin=timeless|disablemail=1'),
      look('olga', { config: { HiddenPrefs: ['gender', 'nonsense', 'skin'] } }),
      change('change=gender=female|skin', { config: { HiddenPrefs: ['gender', 'skin'] } }),
      look(),
      get('action=query&list=users&ususers=Opt Olga&usprop=gender', {
        config: { HiddenPrefs: ['gender'] },
      }),
      change('reset=1&resetkinds=registered', { config: { HiddenPrefs: ['gender', 'skin'] } }),
      look(),
      change('reset=1&resetkinds=unused', { config: { HiddenPrefs: ['gender', 'skin'] } }),
      look(),
    ],
  },
  {
    name: 'does not know every name, and keeps some for the account itself',
    fixture,
    steps: [
      reset,
      change('change=nonsense=1|=2|Skin=vector|5=1|toString=1'),
      change('change=nonsense'),
      change('change=realname=Olga|emailaddress=olga@example.org'),
      change('change=realname|emailaddress'),
      change('optionname=<b>&optionvalue=1'),
      change('optionname=&optionvalue=1'),
      change('change='),
      change('change=|'),
      look(),
    ],
  },
  {
    name: 'leaves names that begin with userjs- to scripts',
    fixture,
    steps: [
      reset,
      change('change=userjs-a=1|userjs-B_c-9=0|userjs-=empty|userjs-e='),
      look(),
      change('change=userjs-a b=1|userjs-é=1|userjs-a.b=1|UserJS-a=1'),
      change(`optionname=userjs-${many('x', 248)}&optionvalue=fits`),
      change(`optionname=userjs-${many('x', 249)}&optionvalue=too long`),
      change(`optionname=userjs-long&optionvalue=${many('y', 65_530)}`),
      change(`optionname=userjs-long&optionvalue=${many('y', 65_531)}`),
      change(`optionname=watchlisttoken&optionvalue=${many('é', 32_766)}`),
      change('change=userjs-long|userjs-a'),
      look(),
      change('reset=1&resetkinds=userjs'),
      look(),
      reset,
      look(),
    ],
  },
  {
    name: 'sets back some kinds of preferences, or all',
    fixture,
    steps: [
      reset,
      change('change=skin=timeless|userjs-x=1|gender=male'),
      change('reset=1&resetkinds=userjs|unused'),
      look(),
      change('reset=1&resetkinds=registered&change=gender=female'),
      look(),
      change('resetkinds=registered'),
      change('reset=1&resetkinds='),
      change('reset=1&resetkinds=nonsense'),
      change('reset=1&resetkinds=registered-multiselect|registered-checkmatrix|special'),
      change('reset=0&resetkinds=all|userjs'),
      look(),
    ],
  },
  {
    name: 'tells time zones as they are now',
    fixture,
    steps: [
      reset,
      ...[
        'ZoneInfo|0|Asia/Kathmandu',
        'ZoneInfo|60|asia/tokyo',
        'ZoneInfo|75|Nowhere/Town',
        'Offset|90',
        'Offset|-99999',
        'Offset|x',
        'System|120',
        '5:30',
        '-5:30',
        '-0:30',
        '15:00',
        '-13',
        '9',
        'other',
        'x:y',
        '',
      ].flatMap((zone) => [change(`optionname=timecorrection&optionvalue=${zone}`), look()]),
      reset,
    ],
  },
  {
    name: 'wants the markup of signatures to end in them',
    fixture,
    steps: [
      reset,
      change(`optionname=nickname&optionvalue=${many('é', 255)}`),
      change(`optionname=nickname&optionvalue=${many('é', 256)}`),
      change('optionname=nickname&optionvalue=<b>Olga'),
      change('change=fancysig=1|nickname=<b>Olga'),
      ...[
        '<i>Olga</i>',
        '<i>Olga</b>',
        '</i>Olga<i>',
        'Olga %26 Otto',
        'Olga %26amp; Otto %26eacute; %26%2365; %26%23x41;',
        'Olga %26nonsense;',
        '1 < 2',
        '<br>',
        '<br/>',
        '<span style="color:red" title=\'x\'>Olga</span>',
        '<span style=red>Olga</span>',
        '<span a="1" a="2">Olga</span>',
        '<span title="<">Olga</span>',
        '<!-- Olga -->',
        '<!-- Olga',
        '[[User:Olga]] ~~~~',
        '',
      ].map((signature) => change(`optionname=nickname&optionvalue=${signature}`)),
      reset,
    ],
  },
  {
    name: 'is for who has logged in, and has the right',
    fixture: {
      accounts: [olga, oona],
      botPasswords: [bot, poorBot],
      visitors: {
        olga,
        may: { name: 'Opt Oona@chooser', password: '{may}' },
        mayNot: { name: 'Opt Oona@reader', password: '{mayNot}' },
      },
    },
    steps: [
      post('action=options&change=skin=x&token=%2B%5C'),
      post('action=options&token=%2B%5C&optionvalue=1&errorformat=raw'),
      post('action=options&change=skin=x&token=%2B%5C&format=json'),
      post('action=options&change=skin=x&token=%2B%5C&format=xml&errorformat=raw'),
      change('change=gender=male', { as: 'may' }),
      look('may'),
      change('reset=1', { as: 'may' }),
      change('change=gender=male', { as: 'mayNot' }),
      post('action=options&change=gender=male&token={mayNot.csrf}', { as: 'mayNot' }),
      change('change=gender=male', {
        config: {
          GroupPermissions: { __merge: { '*': { editmyoptions: false }, user: { edit: true } } },
        },
      }),
      change('optionvalue=1', {
        config: { GroupPermissions: { __merge: { '*': { editmyoptions: false } } } },
      }),
    ],
  },
  {
    name: 'wants something to do, a token, and a wiki that can be written to',
    fixture,
    steps: [
      change(''),
      post('action=options&token={olga.csrf}', { as: 'olga' }),
      change('optionvalue=1'),
      post('action=options&token={olga.csrf}&optionvalue=1', { as: 'olga' }),
      change('optionvalue=1&change=gender=male&reset=1'),
      post('action=options&change=gender=male', { as: 'olga' }),
      post('action=options&change=gender=male&token=nonsense', { as: 'olga' }),
      post('action=options&change=gender=male', { as: 'olga', query: 'token={olga.csrf}' }),
      get('action=options&change=gender=male&token={olga.csrf}', { as: 'olga' }),
      get('action=options', { as: 'olga' }),
      change('change=gender=male', { config: { ReadOnly: 'maintenance' } }),
      change('change=gender=male', { headers: { 'promise-non-write-api-action': '1' } }),
      change('reset=1&nonsense=1'),
      look(),
    ],
  },
  {
    name: 'warns in every format, and takes as many changes as a list may have',
    fixture,
    steps: [
      reset,
      ...['bc', 'plaintext', 'wikitext', 'html', 'none'].map((format) =>
        post(
          `action=options&token={olga.csrf}&change=gender=x|nonsense=1|rclimit=0&errorformat=${format}`,
          { as: 'olga' },
        ),
      ),
      post('action=options&token={olga.csrf}&change=gender=x|rcdays=0&format=json', { as: 'olga' }),
      post(
        'action=options&token={olga.csrf}&change=gender=x|rcdays=99&format=xml&errorformat=raw',
        {
          as: 'olga',
          compare: 'text',
        },
      ),
      change(`change=${Array.from({ length: 50 }, (_, at) => `userjs-${at}=${at}`).join('|')}`),
      change(`change=${Array.from({ length: 51 }, (_, at) => `userjs-${at}=${at}`).join('|')}`),
      change('change=%1Fgender=male%1Fnickname=a|b'),
      look(),
      reset,
    ],
  },
  {
    name: 'is open to the blocked',
    fixture: {
      accounts: [bea],
      blocks: [{ user: bea.name, reason: 'Noise' }],
      visitors: { bea },
    },
    steps: [
      change('change=gender=female', { as: 'bea' }),
      get('action=query&list=users&ususers=Opt Bea&usprop=gender'),
      change('reset=1', { as: 'bea' }),
    ],
  },
  {
    name: 'decides the language of answers, and what others are told',
    fixture: { accounts: [olga, oskar], visitors: { oskar } },
    steps: [
      change('reset=1', { as: 'oskar' }),
      change('change=language=fr|gender=male', { as: 'oskar' }),
      get('action=query&meta=userinfo&responselanginfo=1&errorformat=plaintext', { as: 'oskar' }),
      get('action=query&list=users&ususers=Opt Oskar|Opt Olga&usprop=gender'),
      get('action=nonsense&errorformat=plaintext&responselanginfo=1', { as: 'oskar' }),
      get('action=query&meta=userinfo&responselanginfo=1&errorformat=raw&uselang=content', {
        as: 'oskar',
      }),
      change('change=language', { as: 'oskar' }),
      get('action=query&meta=userinfo&responselanginfo=1&errorformat=plaintext', { as: 'oskar' }),
      change('reset=1', { as: 'oskar' }),
    ],
  },
  {
    name: 'does not change what is only shown among the preferences',
    fixture: { accounts: [otto], visitors: { otto } },
    steps: [
      change('change=username=x', {
        as: 'otto',
        differs: {
          id: 'no-crash',
          instead: {
            headers: {},
            body: {
              warnings: [
                {
                  code: 'validationfailed',
                  key: 'apiwarn-validationfailed',
                  params: [
                    'username',
                    { message: { key: 'apiwarn-validationfailed-cannotset', params: [] } },
                  ],
                  module: 'options',
                },
              ],
              options: 'success',
            },
          },
        },
      }),
      change('change=username|usergroups', { as: 'otto' }),
      change('reset=1', { as: 'otto' }),
    ],
  },
  {
    name: 'is documented',
    steps: [
      get('action=paraminfo&modules=options'),
      get('action=paraminfo&modules=options&helpformat=none&format=json'),
      get('action=help&modules=options&wrap=1'),
    ],
  },
]
