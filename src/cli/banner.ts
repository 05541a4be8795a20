import type { FirstAccount } from './first-account.ts'

/** What a person needs to begin: addresses, accounts, and lines to paste. */
export function banner(url: string, apiUrl: string, account: FirstAccount): string {
  const { user, botUser, isNew } = account
  const password = account.password ?? '(as it was set)'
  const botPassword = account.botPassword ?? '(as it was set)'
  const secret = account.botPassword ?? '…'
  const { hostname, port } = new URL(url)
  const path = new URL(apiUrl).pathname.replace(/api\.php$/, '')
  return `Jeton is ready at ${url}
  API            ${apiUrl}
  account        ${user} / ${password}
  bot password   ${botUser} / ${botPassword}${isNew ? '\n  These passwords are shown only now.' : ''}

curl
  token=$(curl -sc jar '${apiUrl}?action=query&meta=tokens&type=login&format=json' | sed 's/.*"logintoken":"\\([0-9a-f]*\\).*/\\1/')
  curl -sb jar -c jar '${apiUrl}?format=json' -d action=login --data-urlencode "lgtoken=$token+\\\\" -d lgname=${botUser} -d lgpassword=${secret}
mwn
  const bot = await Mwn.init({ apiUrl: '${apiUrl}', username: '${botUser}', password: '${secret}' })
m3api
  const session = new Session('${apiUrl}', { formatversion: 2 }, { userAgent: 'my-bot' })
pywikibot (families/jeton_family.py: langs = {'en': '${hostname}'}, port ${port}, scriptpath '${path.slice(0, -1)}')
  BotPassword('${botUser.slice(user.length + 1)}', '${secret}')  # in user-password.py, user name ${user}
mwclient
  site = mwclient.Site('${hostname}:${port}', scheme='http', path='${path}'); site.login('${botUser}', '${secret}')
`
}
