import type {
  AccountFixture,
  BotPasswordFixture,
  Conversation,
} from '../../../src/compare/conversation.ts'
import { rob, robsBot } from '../accounts.ts'
import { fetchLoginToken, post } from '../steps.ts'

const twoTries = { PasswordAttemptThrottle: [{ count: 2, seconds: 60 }] }
const twoRules = {
  PasswordAttemptThrottle: [
    { count: 5, seconds: 60 },
    { count: 1, seconds: 120 },
  ],
}
const tess: AccountFixture = { name: 'Tess {fresh}', password: 'marble-orchid-kettle' }
const tessBot: BotPasswordFixture = { ...robsBot, user: tess.name }

const wrong = `action=login&lgname=${tess.name}&lgpassword=wrong&lgtoken={login}&errorformat=raw`
const right = `action=login&lgname=${tess.name}&lgpassword=${tess.password}&lgtoken={login}&errorformat=raw`
const wrongBot = `action=login&lgname=${tess.name}@sweeper&lgpassword=${'0'.repeat(32)}&lgtoken={login}&errorformat=raw`
const rightBot = `action=login&lgname=${tess.name}@sweeper&lgpassword={secret}&lgtoken={login}&errorformat=raw`

/** How often a name may be tried from one address. */
export const throttles: readonly Conversation[] = [
  {
    name: 'lets nobody in after too many tries, not even with the right password',
    fixture: { accounts: [tess] },
    steps: [
      fetchLoginToken(),
      post(wrong, { config: twoTries }),
      post(wrong, { config: twoTries }),
      post(wrong, { config: twoTries }),
      post(right, { config: twoTries }),
      post(wrong.replace('&errorformat=raw', ''), { config: twoTries }),
      post(wrong.replace('&errorformat=raw', '&format=json'), { config: twoTries }),
    ],
  },
  {
    name: 'counts every spelling of a name as that name, and other names apart',
    steps: [
      fetchLoginToken(),
      post(wrong.replace('Tess ', 'tess_'), { config: twoTries }),
      post(wrong.replace('Tess ', 'User:Tess '), { config: twoTries }),
      post(wrong, { config: twoTries }),
      post(wrong.replace('Tess ', 'Fred '), { config: twoTries }),
    ],
  },
  {
    name: 'forgets the tries after a success',
    fixture: { accounts: [tess] },
    steps: [
      fetchLoginToken(),
      post(wrong, { config: twoTries }),
      post(right, { config: twoTries }),
      fetchLoginToken(),
      post(wrong, { config: twoTries }),
      post(wrong, { config: twoTries }),
      post(wrong, { config: twoTries }),
    ],
  },
  {
    name: 'minds every rule',
    steps: [
      fetchLoginToken(),
      post(wrong, { config: twoRules }),
      post(wrong, { config: twoRules }),
    ],
  },
  {
    name: 'throttles bots, too',
    fixture: { accounts: [rob, tess], botPasswords: [tessBot] },
    steps: [
      fetchLoginToken(),
      post(wrongBot, { config: twoTries }),
      post(wrongBot, { config: twoTries }),
      post(wrongBot, { config: twoTries }),
      post(rightBot, { config: twoTries }),
      post(wrong, { config: twoTries }),
    ],
  },
  {
    name: 'forgets the tries after a success of a bot',
    fixture: { accounts: [tess], botPasswords: [tessBot] },
    steps: [
      fetchLoginToken(),
      post(wrongBot, { config: twoTries }),
      post(rightBot, { config: twoTries }),
      post(rightBot, { as: 'another', config: twoTries }),
    ],
  },
]
