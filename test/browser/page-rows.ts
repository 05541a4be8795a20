import type { Page } from 'playwright-core'
import { sendFromSandbox } from './fill-in-sandbox.ts'
import { alice, theo } from './site.ts'

/** Who looks at pages: nobody who has logged in, somebody with an account, somebody who may do everything. */
export const people = { nobody: undefined, alice, theo } as const

/** A page that people see: where it is, who looks at it, and what they have done to see it so. */
export interface PageRow {
  readonly name: string
  readonly path: string
  readonly visitor: keyof typeof people
  readonly act?: (page: Page) => Promise<void>
}

/** Every page, each in the states that look different. */
// biome-ignore format: a table
export const pageRows: readonly PageRow[] = [
  { visitor: 'nobody', name: 'help of the API',      path: special('Special:ApiHelp') },
  { visitor: 'nobody', name: 'help of modules',      path: '/api.php?action=help&modules=query%2Btokens|login|block&toc=1' },
  { visitor: 'nobody', name: 'answer as JSON',       path: '/api.php?action=query&meta=siteinfo&format=jsonfm' },
  { visitor: 'nobody', name: 'answer as XML',        path: '/api.php?action=query&meta=siteinfo&format=xmlfm' },
  { visitor: 'nobody', name: 'answer as PHP',        path: '/api.php?action=query&meta=siteinfo&format=phpfm' },
  { visitor: 'nobody', name: 'error as JSON',        path: '/api.php?action=checktoken&format=jsonfm' },
  { visitor: 'alice',  name: 'answer about oneself', path: '/api.php?action=query&meta=userinfo&uiprop=*&format=jsonfm' },

  { visitor: 'nobody', name: 'main page',            path: special('Main_Page') },
  { visitor: 'alice',  name: 'main page of a user',  path: special('Main_Page') },
  { visitor: 'nobody', name: 'missing page',         path: special('Nowhere') },
  { visitor: 'nobody', name: 'missing special page', path: special('Special:Nowhere') },
  { visitor: 'nobody', name: 'bad title',            path: special('%3Cx%3E') },
  { visitor: 'nobody', name: 'special pages',        path: special('Special:SpecialPages') },
  { visitor: 'theo',   name: 'special pages of who may do everything', path: special('Special:SpecialPages') },
  { visitor: 'nobody', name: 'logged in with nothing', path: special('Special:UserLogin'), act: sendNothing },
  { visitor: 'nobody', name: 'create an account',    path: special('Special:CreateAccount') },
  { visitor: 'alice',  name: 'create another account', path: special('Special:CreateAccount') },
  { visitor: 'alice',  name: 'change credentials',   path: special('Special:ChangeCredentials') },
  { visitor: 'alice',  name: 'change the password',  path: special('Special:ChangeCredentials/MediaWiki%5CAuth%5CPasswordAuthenticationRequest') },
  { visitor: 'alice',  name: 'old name of changing a password', path: special('Special:ChangePassword') },
  { visitor: 'alice',  name: 'remove a way to log in', path: special('Special:RemoveCredentials/MediaWiki%5CAuth%5CTemporaryPasswordAuthenticationRequest') },
  { visitor: 'alice',  name: 'link accounts',        path: special('Special:LinkAccounts') },
  { visitor: 'alice',  name: 'unlink accounts',      path: special('Special:UnlinkAccounts') },
  { visitor: 'nobody', name: 'old link of a mail',   path: special('Special:InvalidateEmail/0') },
  { visitor: 'alice',  name: 'change the address',   path: special('Special:ChangeEmail') },
  { visitor: 'alice',  name: 'confirm an address',   path: special('Special:ConfirmEmail') },
  { visitor: 'nobody', name: 'forgotten password',   path: special('Special:PasswordReset') },
  { visitor: 'nobody', name: 'log in',               path: special('Special:UserLogin&warning=exception-nologin-text') },
  { visitor: 'alice',  name: 'log in as somebody else', path: special('Special:UserLogin') },
  { visitor: 'alice',  name: 'bot passwords',        path: special('Special:BotPasswords') },
  { visitor: 'alice',  name: 'bot passwords with an error', path: special('Special:BotPasswords'), act: sendBadName },
  { visitor: 'alice',  name: 'new bot password',     path: special('Special:BotPasswords/new') },
  { visitor: 'alice',  name: 'new bot password with errors', path: special('Special:BotPasswords/new'), act: sendBadAddress },
  { visitor: 'theo',   name: 'new bot password of who may do everything', path: special('Special:BotPasswords/new') },
  { visitor: 'alice',  name: 'bot password made',    path: special('Special:BotPasswords/made'), act: makeBotPassword },
  { visitor: 'alice',  name: 'bot password',         path: special('Special:BotPasswords/made') },
  { visitor: 'nobody', name: 'sandbox',              path: special('Special:ApiSandbox'), act: unfoldSandbox },
  { visitor: 'alice',  name: 'answer in the sandbox', path: special('Special:ApiSandbox#action=query&list=allusers&aulimit=1&more=1'), act: sendPhpFromSandbox },
  { visitor: 'alice',  name: 'error in the sandbox', path: special('Special:ApiSandbox#action=block&user=Theo&token=123ABC'), act: sendPhpFromSandbox },
  { visitor: 'alice',  name: 'preferences',          path: special('Special:Preferences') },
  { visitor: 'alice',  name: 'preferences saved',    path: special('Special:Preferences'), act: press('#prefcontrol') },
  { visitor: 'alice',  name: 'preferences with an error', path: special('Special:Preferences'), act: send({ wprealname: 'é'.repeat(255) }) },
  { visitor: 'alice',  name: 'second factor',        path: special('Special:Manage_Two-factor_authentication') },
  { visitor: 'alice',  name: 'new second factor',    path: special('Special:Manage_Two-factor_authentication&action=enable'), act: send({ token: '123456' }) },
  { visitor: 'alice',  name: 'forget preferences',   path: special('Special:Preferences/reset') },
  { visitor: 'nobody', name: 'logged out',           path: special('Special:UserLogout') },
  { visitor: 'nobody', name: 'version',              path: special('Special:Version') },
  { visitor: 'alice',  name: 'log out',              path: special('Special:UserLogout') },
  { visitor: 'nobody', name: 'token inspector',      path: special('Special:Tokens') },
  { visitor: 'alice',  name: 'token explained',      path: special('Special:Tokens'), act: explainToken },
  { visitor: 'alice',  name: 'sessions',             path: special('Special:Sessions') },
  { visitor: 'alice',  name: 'end of sessions',      path: special('Special:Sessions'), act: (page) => page.click('[value="all"]') },
  { visitor: 'alice',  name: 'sessions ended',       path: special('Special:Sessions'), act: press('button[value=others]', '.mw-body button') },
  { visitor: 'nobody', name: 'good token',           path: special('Special:Tokens'), act: send({ wpToken: '+\\' }) },
  { visitor: 'theo',   name: 'block somebody',       path: special('Special:Block') },
  { visitor: 'theo',   name: 'block of some parts',  path: special('Special:Block&wpTarget=Alice&wpEditingRestriction=partial') },
  { visitor: 'theo',   name: 'unblock somebody',     path: special('Special:Unblock') },
  { visitor: 'theo',   name: 'blocked users',        path: special('Special:BlockList'), act: blockTwo },
  { visitor: 'theo',   name: 'rights of somebody',   path: special('Special:UserRights&user=Alice') },
  { visitor: 'nobody', name: 'rights of others',     path: special('Special:UserRights&user=Theo') },
]

/** Presses buttons, one after the other, each on the page that the last one led to. */
function press(...buttons: readonly string[]) {
  return async (page: Page) => {
    for (const button of buttons) await page.locator(button).first().click()
  }
}

/** Fills in the form of a page, and sends it. */
function send(fields: Readonly<Record<string, string>>) {
  return async (page: Page) => {
    for (const [name, text] of Object.entries(fields)) {
      await page.locator(`[name=${name}]`).fill(text)
    }
    await page.locator('.mw-body form [type=submit]').first().click()
  }
}

/** The address of a page of the wiki by its title. */
function special(title: string): string {
  return `/index.php?title=${title}`
}

/** A token that was percent-encoded once too often, and is not of this session. */
async function explainToken(page: Page): Promise<void> {
  await page.fill('#wpToken', '0123456789abcdef0123456789abcdef69565540%2B%5C')
  await page.click('main button')
}

/** Scripts and attributes keep browsers from sending what is empty; programs are not kept from it. */
async function sendNothing(page: Page): Promise<void> {
  await page.locator('form[name=userlogin]').evaluate((form) => form.setAttribute('novalidate', ''))
  await page.locator('#wpLoginAttempt').click()
  await page.locator('#wpName1-error').waitFor()
}

async function sendBadName(page: Page): Promise<void> {
  await page.locator('#mw-input-wpappId').fill('a#b')
  await page.locator('#mw-botpasswords-form button').click()
  await page.locator('#mw-input-wpappId-error').waitFor()
}

async function sendBadAddress(page: Page): Promise<void> {
  await page.locator('#mw-input-wprestrictions').fill('nowhere')
  await page.locator('button[value=create]').click()
  await page.locator('#mw-input-wprestrictions-error').waitFor()
}

async function makeBotPassword(page: Page): Promise<void> {
  const make = page.locator('button[value=create]')
  // It is there already when the page is looked at a second time.
  const reset = page.locator('#mw-input-wpresetPassword')
  if ((await make.count()) === 0) await reset.check()
  await page.locator('button[value=create], button[value=update]').click()
  await page.locator('#mw-botpasswords-password').waitFor()
}

/** The form of the sandbox takes the place of what is there without scripts. */
async function unfoldSandbox(page: Page): Promise<void> {
  await page.waitForSelector('#mw-apisandbox[aria-busy=false]')
  for (const fold of await page.locator('summary:visible').all()) await fold.click()
}

async function sendPhpFromSandbox(page: Page): Promise<void> {
  await page.waitForSelector('#mw-apisandbox[aria-busy=false]')
  await page.locator('#sandbox-language').selectOption({ label: 'PHP (cURL)' })
  await sendFromSandbox(page)
}

/** Addresses, so that everybody can go on. */
async function blockTwo(page: Page): Promise<void> {
  for (const wpTarget of ['192.0.2.0/24', '2001:db8:85a3:8d3:1319:8a2e:370:7348']) {
    await page.goto(new URL('/index.php?title=Special:Block', page.url()).href)
    await page.fill('[name="wpTarget"]', wpTarget)
    await page.selectOption('[name="wpExpiry"]', '1 week')
    await page.fill('[name="wpReason-other"]', 'Noise')
    await page.click('main button')
  }
  await page.goto(new URL('/index.php?title=Special:BlockList', page.url()).href)
}
