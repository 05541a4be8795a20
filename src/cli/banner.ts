import type { FirstAccount } from './first-account.ts'

/** What the banner tells of a server. */
export interface BannerFacts {
  readonly url: string
  readonly apiUrl: string
  readonly file: string
  readonly workers: number
  readonly testMode: boolean
  readonly account: FirstAccount
}

/** What a person needs to begin: addresses, accounts, and lines to paste. */
export function banner({ url, apiUrl, file, workers, testMode, account }: BannerFacts): string {
  const lines = [
    `Jeton is ready at ${url}`,
    `  pages          ${url}/`,
    `  API            ${apiUrl}`,
    ...accountLines(account),
    `  database       ${file}`,
    ...(workers > 1 ? [`  workers        ${workers}`] : []),
    ...(testMode ? ['  test mode      each request may bring settings: X-Test-Config'] : []),
    ...pasteLines(apiUrl, account),
    '',
    'Ctrl-C stops it.',
  ]
  return lines.join('\n')
}

const unknown = '(as it was set; stored is only a hash)'

function accountLines({ user, password, botUser, botPassword }: FirstAccount): string[] {
  if (user === null) return []

  const lost = `  Lost the bot password? "npx jeton bot-password delete ${shell(user)} bot", and "create" makes another.`
  return [
    `  account        ${user} / ${password ?? unknown}`,
    ...(botUser === null ? [] : [`  bot password   ${botUser} / ${botPassword ?? unknown}`]),
    ...(botUser === null || botPassword !== null ? [] : [lost]),
  ]
}

/** A first session for each client; every value is quoted as its language wants it. */
function pasteLines(apiUrl: string, { user, botUser, botPassword }: FirstAccount): string[] {
  if (botUser === null || botPassword === null) return []

  const { hostname, host, pathname } = new URL(apiUrl)
  const path = pathname.replace(/api\.php$/, '')
  const [url, name, password] = [apiUrl, botUser, botPassword].map((text) => JSON.stringify(text))
  return [
    '',
    'curl',
    `  api=${shell(apiUrl)} user=${shell(botUser)} password=${shell(botPassword)}`,
    `  token=$(curl -sc jeton.jar "$api?action=query&meta=tokens&type=login&format=json" | sed 's/.*"logintoken":"\\([0-9a-f]*\\).*/\\1/')`,
    '  curl -sb jeton.jar -c jeton.jar "$api?format=json" -d action=login --data-urlencode "lgtoken=$token+\\\\" --data-urlencode "lgname=$user" -d "lgpassword=$password"; echo',
    'mwn',
    `  const bot = await Mwn.init({ apiUrl: ${url}, username: ${name}, password: ${password} })`,
    'm3api',
    `  const session = new Session(${url}, { formatversion: 2 }, { userAgent: 'my-bot' })`,
    "  const lgtoken = (await session.request({ action: 'query', meta: 'tokens', type: 'login' })).query.tokens.logintoken",
    `  await session.request({ action: 'login', lgname: ${name}, lgpassword: ${password}, lgtoken }, { method: 'POST' })`,
    `pywikibot (in the family file: langs = {'en': '${hostname}'}, hostname '${host}', protocol 'http', scriptpath '${path.slice(0, -1)}')`,
    `  (${JSON.stringify(user)}, BotPassword("bot", ${password}))  # in user-password.py`,
    'mwclient',
    `  site = mwclient.Site('${host}', scheme='http', path='${path}'); site.login(${name}, ${password})`,
  ]
}

/** Quotes a word for a POSIX shell. */
function shell(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`
}
