import { html } from '../messages/html.ts'
import { answerList } from './bot-passwords/answer-list.ts'
import { answerOne } from './bot-passwords/answer-one.ts'
import { isAppId, readAppId } from './bot-passwords/app-id.ts'
import { definePage } from './page.ts'

/** Makes, changes and deletes passwords for programs: a list of them, and a page of its own for each. */
export const botPasswords = definePage({
  name: 'BotPasswords',
  title: 'botpasswords',
  needsLogin: true,
  right: 'editmyprivateinfo',
  writes: true,
  refusesBlocked: true,
  securityLevel: 'BotPasswords',
  holdsSecrets: true,
  messages: ['pages-sandbox-copy', 'pages-sandbox-copied', 'pages-sandbox-selected'],
  isListed: ({ EnableBotPasswords }) => EnableBotPasswords,

  answer(call) {
    const { settings, subpage, say } = call
    if (!settings.EnableBotPasswords) return { body: html`<p>${say('botpasswords-disabled')}</p>` }

    const appId = readAppId(subpage)
    if (appId === '') return answerList(call)
    if (!isAppId(appId))
      return { body: html`<p>${say('botpasswords-bad-appid', html`<bdi>${appId}</bdi>`)}</p>` }
    return answerOne(appId, call)
  },
})
