import { html } from '../messages/html.ts'
import { apiUrl } from '../settings/settings.ts'
import { version } from '../version.ts'
import { definePage } from './page.ts'

/** The page that a wiki begins with: what this server is, where things are, and who the visitor is. */
export const mainPage = definePage({
  name: 'Badtitle',
  title: 'mainpage',
  isListed: false,
  isForEverybody: true,

  answer(call) {
    const { say, settings, user } = call
    const api = apiUrl(settings)
    const who = user.isRegistered
      ? say('pages-main-loggedin', html`<bdi>${user.name}</bdi>`)
      : say('pages-main-anonymous')
    return {
      body: html`<p>${say('pages-main-lead', `Jeton ${version}`)}</p>
<p>${who}</p>
<p>${say('pages-main-api', html`<a href="${api}"><code>${api}</code></a>`)}</p>
<ul>${tasks.map((key) => html`<li>${say(key)}</li>`)}</ul>`,
    }
  },
})

/** What people come for, each with a link. */
const tasks = [
  'pages-main-botpasswords',
  'pages-main-sandbox',
  'pages-main-help',
  'pages-main-tokens',
  'pages-main-sessions',
  'pages-main-specialpages',
] as const
