import type {
  AccountFixture,
  BlockFixture,
  BotPasswordFixture,
} from '../../src/compare/conversation.ts'

/** Nobody special; the space in the name tries the encoding of cookies. */
export const cora: AccountFixture = { name: 'Cora Tester', password: 'correct-horse-battery' }

/** Somebody else, to be switched to. */
export const dora: AccountFixture = { name: 'Dora', password: 'staple-incorrect-cow' }

/** May do nearly everything. */
export const sven: AccountFixture = {
  name: 'Sven Steward',
  password: 'mellow-lantern-quarry',
  groups: ['bureaucrat', 'sysop'],
}

/** Runs a bot, and has rights that a bot password can leave out. */
export const rob: AccountFixture = {
  name: 'Rob Operator',
  password: 'tiny-hovering-teapot',
  groups: ['bot', 'sysop'],
}

/** Is blocked. */
export const bert: AccountFixture = { name: 'Bert Blocked', password: 'granite-whisper-lamp' }

/** Why, and for ever. */
export const bertsBlock: BlockFixture = { user: bert.name, reason: 'Vandalism' }

/** Rob's program, with most that a program needs. */
export const robsBot: BotPasswordFixture = {
  user: rob.name,
  appId: 'sweeper',
  grants: ['basic', 'highvolume', 'editpage'],
  secret: 'secret',
}

/** The address as `action=login` and a form want it: a name with `@` and the application. */
export const robsBotName = `${rob.name}@${robsBot.appId}`
