import type { Dice } from './dice.ts'
import { probe } from './odd-values.ts'

const values: readonly unknown[] = [
  ...[true, false, null, 0, 1, -1, 1e12, '', 'x', 'Lax', 'fr', 'qqx', '//x', 'é', '\r\n', probe],
  ...['https://wiki.example', '*', '*.example', [], {}, ['*'], ['user'], { __merge: {} }],
  ...[{ __merge: { '*': { read: false } } }, { __merge: { user: { writeapi: false } } }],
  ...[{ '*': { read: true } }, { '1x': 'logo.png' }, [{ count: 1, seconds: 1 }]],
]

/** Settings that change what the wiki answers. */
const apt = [
  ...['{"ReadOnly":"<jeton-probe>"}', '{"LegacyErrorCodes":true}', '{"ShowHostnames":true}'],
  ...['{"GroupPermissions":{"__merge":{"*":{"read":false}}}}', '{"BlockDisablesLogin":true}'],
  ...['{"GroupPermissions":{"__merge":{"*":{"writeapi":false},"user":{"writeapi":false}}}}'],
  ...['{"CrossSiteAJAXdomains":["*"]}', '{"CrossSiteAJAXdomains":["*.?xample","a.*"]}'],
  ...['{"EnableBotPasswords":false}', '{"CookieSameSite":"Lax"}', '{"CookieSecure":true}'],
  ...['{"LanguageCode":"fr"}', '{"Sitename":"<jeton-probe>"}', '{"ApiFrameOptions":false}'],
  ...['{"PasswordAttemptThrottle":[{"count":0,"seconds":300}]}', '{"VaryOnXFP":true}'],
  ...['{"Server":"https://wiki.example","ScriptPath":"/w","ArticlePath":"/$1<jeton-probe>"}'],
] as const

/** What a test could write into `X-Test-Config`: settings that are there, with values of any kind. */
export function oddSettings(dice: Dice, names: readonly string[]): string {
  if (dice.chance(60)) return dice.pick(apt)
  if (dice.chance(10))
    return dice.pick(['{', '[]', 'null', '1', '{"__proto__":{}}', '{"Nonsense":1}'])
  const given = dice.list(3, (): [string, unknown] => [dice.pick(names) ?? '', dice.pick(values)])
  return JSON.stringify(Object.fromEntries(given))
}
