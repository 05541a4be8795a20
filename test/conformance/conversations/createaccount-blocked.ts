import type { Conversation, Step } from '../../../src/compare/conversation.ts'
import { get, post, type StepDetails } from '../steps.ts'

const password = 'velvet-orchard-compass'
const sam = { name: 'Create Sam {fresh}', password, groups: ['sysop'] }
const tom = { name: 'Create Tom {fresh}', password }
const fixture = { accounts: [sam, tom], visitors: { sam, tom } }

const here = '203.0.113.211'
const block = (rest: string): Step =>
  post(`action=block&token={sam.csrf}&expiry=2099-01-01&reason=Noise&${rest}`, { as: 'sam' })
const unblock = (user: string): Step =>
  post(`action=unblock&token={sam.csrf}&user=${user}`, { as: 'sam' })

/** Asks from another address than the recorder's, which nobody is to block. */
const fromHere = (step: Step): Step => ({
  ...step,
  headers: { 'x-forwarded-for': here },
  config: { CdnServersNoPurge: ['127.0.0.1/32'], ...step.config },
})

const fetchToken = (as: string): Step =>
  get('action=query&meta=tokens&type=createaccount', {
    as,
    remember: { [as]: 'query.tokens.createaccounttoken' },
  })

const create = (as: string, name: string, details: StepDetails = {}, more = 'messageformat=raw') =>
  post(
    `action=createaccount&createreturnurl=http://x/&createtoken={${as}}&username=${name}&password=${password}&retype=${password}&create${more}`,
    { as, ...details },
  )
const noRight = { GroupPermissions: { __merge: { '*': { createaccount: false } } } }
const both = {
  GroupPermissions: { __merge: { '*': { createaccount: false }, user: { createaccount: false } } },
}

/** `action=createaccount` for who is blocked. */
export const createaccountBlocked: readonly Conversation[] = [
  {
    name: 'makes no account for a user whose block forbids it',
    fixture,
    steps: [
      block(`user=${tom.name}&nocreate=1`),
      fetchToken('tom'),
      // The number of the block is chance.
      create('tom', 'Create Tim {fresh}', { compare: 'shape' }),
      create('tom', 'Create Tim {fresh}', {}, 'messageformat=none'),
      create('tom', ''),
      create('tom', 'A%23b', {}, 'messageformat=none'),
      create('tom', tom.name, {}, 'messageformat=none'),
      create('tom', 'Create Tim {fresh}', { config: both }, 'messageformat=none'),
      block(`user=${tom.name}&reblock=1`),
      create('tom', 'Create Tim {fresh}'),
      block(`user=${tom.name}&reblock=1&partial=1&nocreate=1`),
      create('tom', 'Create Tim {fresh} II', {}, 'messageformat=none'),
      unblock(tom.name),
      create('tom', 'Create Tim {fresh} II'),
    ],
  },
  {
    name: 'makes no account at an address whose block forbids it, for nobody',
    fixture,
    steps: [
      block(`user=${here}&nocreate=1&anononly=1`),
      fromHere(fetchToken('somebody')),
      fromHere(create('somebody', 'Create Tim {fresh}', {}, 'messageformat=none')),
      fromHere(create('somebody', 'Create Tim {fresh}', { config: noRight }, 'messageformat=none')),
      fromHere(fetchToken('tom')),
      fromHere(create('tom', 'Create Tim {fresh}', {}, 'messageformat=none')),
      fromHere(fetchToken('sam')),
      fromHere(create('sam', 'Create Tim {fresh}', {}, 'messageformat=none')),
      fromHere(create('sam', sam.name, {}, 'messageformat=none')),
      fetchToken('other'),
      create('other', 'Create Tim {fresh}'),
      block(`user=${here}&reblock=1&anononly=1`),
      fromHere(create('somebody', 'Create Tim {fresh} II')),
      unblock(here),
    ],
  },
]
