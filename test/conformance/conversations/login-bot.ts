import type {
  BotPasswordFixture,
  Conversation,
  Fixture,
} from '../../../src/compare/conversation.ts'
import { cora, rob, robsBot, robsBotName } from '../accounts.ts'
import { fetchLoginToken, get, post } from '../steps.ts'

const withBot: Fixture = { accounts: [rob], botPasswords: [robsBot] }
const asBot = { name: robsBotName, password: '{secret}' }

const fromElsewhere: BotPasswordFixture = {
  ...robsBot,
  appId: 'remote',
  ips: ['192.0.2.0/24'],
  secret: 'remote',
}
const readsOnly: BotPasswordFixture = { ...robsBot, appId: 'reader', grants: ['basic'] }

const whoami = 'action=query&meta=userinfo&uiprop=groups|rights'

/** `action=login` with a bot password. */
export const loginBot: readonly Conversation[] = [
  {
    name: 'logs a bot in with a session cookie of its own',
    fixture: withBot,
    steps: [
      fetchLoginToken(),
      post(`action=login&lgname=${robsBotName}&lgpassword={secret}&lgtoken={login}`),
      get(whoami),
      get('action=query&meta=tokens&type=csrf', { remember: { csrf: 'query.tokens.csrftoken' } }),
      get('action=checktoken&type=csrf&token={csrf}'),
      get('action=query&assert=user'),
      get('action=query&assert=bot'),
      get(`action=query&assertuser=${rob.name}`),
    ],
  },
  {
    name: 'logs a bot in with the name of the application before the password, too',
    fixture: withBot,
    steps: [
      fetchLoginToken(),
      post(
        `action=login&lgname=${rob.name}&lgpassword=${robsBot.appId}@{secret}&lgtoken={login}&format=json`,
      ),
      get('action=query&meta=userinfo'),
    ],
  },
  {
    name: "takes the owner's name in any spelling, but not the application's",
    fixture: withBot,
    steps: [
      fetchLoginToken(),
      post('action=login&lgname=Rob Operator@Sweeper&lgpassword={secret}&lgtoken={login}'),
      post('action=login&lgname=Rob Operator@sweeper &lgpassword={secret}&lgtoken={login}'),
      post('action=login&lgname=ROB Operator@sweeper&lgpassword={secret}&lgtoken={login}'),
      post('action=login&lgname=User:rob_Operator@sweeper&lgpassword={secret}&lgtoken={login}'),
    ],
  },
  {
    name: 'refuses wrong passwords, unknown applications and unknown owners alike',
    fixture: withBot,
    steps: [
      fetchLoginToken(),
      post(
        `action=login&lgname=${robsBotName}&lgpassword=${'0'.repeat(32)}&lgtoken={login}&errorformat=raw`,
      ),
      post(
        `action=login&lgname=${rob.name}@nothing&lgpassword={secret}&lgtoken={login}&errorformat=raw`,
      ),
      post(
        'action=login&lgname=Nobody@sweeper&lgpassword={secret}&lgtoken={login}&errorformat=raw',
      ),
      post(`action=login&lgname=${robsBotName}&lgpassword=short&lgtoken={login}&errorformat=raw`),
      post(
        `action=login&lgname=${robsBotName}&lgpassword={secret}Z&lgtoken={login}&errorformat=raw`,
      ),
      post(`action=login&lgname=${rob.name}&lgpassword={secret}&lgtoken={login}&errorformat=raw`),
      post(`action=login&lgname=${robsBotName}&lgpassword=&lgtoken={login}&errorformat=raw`),
      post(
        `action=login&lgname=${robsBotName}&lgpassword=sweeper@{secret}&lgtoken={login}&errorformat=raw`,
      ),
      post(
        `action=login&lgname=${rob.name}&lgpassword=x@sweeper@{secret}&lgtoken={login}&errorformat=raw`,
      ),
      post(`action=login&lgname=${rob.name}&lgpassword=@{secret}&lgtoken={login}&errorformat=raw`),
      post(`action=login&lgname=@sweeper&lgpassword={secret}&lgtoken={login}&errorformat=raw`),
      post(`action=login&lgname=${robsBotName}&lgpassword=${'0'.repeat(32)}&lgtoken={login}`),
      get('action=query&meta=userinfo'),
    ],
  },
  {
    name: 'lets a bot in only from where it may come',
    fixture: { accounts: [rob], botPasswords: [fromElsewhere] },
    steps: [
      fetchLoginToken(),
      post(
        `action=login&lgname=${rob.name}@remote&lgpassword={remote}&lgtoken={login}&errorformat=raw`,
      ),
      post(`action=login&lgname=${rob.name}@remote&lgpassword={remote}&lgtoken={login}`),
    ],
  },
  {
    name: 'gives a bot only the rights that its grants name',
    fixture: {
      accounts: [rob],
      botPasswords: [readsOnly],
      visitors: { bot: { name: `${rob.name}@reader`, password: '{secret}' } },
    },
    steps: [
      get('action=query&meta=userinfo&uiprop=rights|groups|implicitgroups|ratelimits', {
        as: 'bot',
      }),
      get('action=query&assert=bot', { as: 'bot' }),
      get('action=query&assert=user', { as: 'bot' }),
      get('action=query&assert=bot&errorformat=raw', { as: 'bot' }),
      get('action=query&meta=tokens&type=csrf|watch', { as: 'bot' }),
    ],
  },
  {
    name: 'does not let somebody log in who already is a bot',
    fixture: { accounts: [cora, rob], botPasswords: [robsBot], visitors: { bot: asBot } },
    steps: [
      fetchLoginToken({ as: 'bot' }),
      post(`action=login&lgname=${robsBotName}&lgpassword={secret}&lgtoken={login}`, { as: 'bot' }),
      post(`action=login&lgname=${cora.name}&lgpassword=${cora.password}&lgtoken={login}`, {
        as: 'bot',
      }),
      post(
        `action=login&lgname=${cora.name}&lgpassword=${cora.password}&lgtoken={login}&errorformat=raw`,
        { as: 'bot' },
      ),
      post('action=login', { as: 'bot' }),
      get('action=query&meta=userinfo', { as: 'bot' }),
    ],
  },
  {
    name: 'keeps the session that the login token came from',
    fixture: withBot,
    steps: [
      fetchLoginToken({ remember: { anonymous: 'cookie:session' } }),
      post(`action=login&lgname=${robsBotName}&lgpassword={secret}&lgtoken={login}`),
      get('action=checktoken&type=login&token={login}', {
        as: 'another',
        cookies: { session: '{anonymous}' },
      }),
      get('action=checktoken&type=login&token={login}'),
    ],
  },
  {
    name: 'knows no bot passwords when they are switched off',
    fixture: { ...withBot, visitors: { bot: asBot } },
    steps: [
      fetchLoginToken(),
      post(
        `action=login&lgname=${robsBotName}&lgpassword={secret}&lgtoken={login}&errorformat=raw`,
        { config: { EnableBotPasswords: false } },
      ),
      get('action=query&meta=userinfo', { as: 'bot', config: { EnableBotPasswords: false } }),
      get('action=query&meta=userinfo', { as: 'bot' }),
    ],
  },
]
