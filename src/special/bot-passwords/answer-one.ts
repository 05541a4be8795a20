import type { StoredBotPassword } from '../../auth/bot-passwords/bot-password-store.ts'
import {
  addBotPassword,
  type BotPasswordSaving,
  changeBotPassword,
  resetBotPassword,
} from '../../auth/bot-passwords/save-bot-password.ts'
import { html } from '../../messages/html.ts'
import { readFormState } from '../forms/form-token.ts'
import type { PageAnswer, PageCall } from '../page.ts'
import { listTitle } from './app-id.ts'
import { type EditFormParts, editForm } from './edit-form.ts'
import { type Choices, readChoices } from './read-choices.ts'
import { showDone } from './show-done.ts'

/** Shows the form of a bot password, and does what it says. */
export async function answerOne(appId: string, call: PageCall): Promise<PageAnswer> {
  const { say, addressOf, field } = call
  const state = readFormState(call)
  const op = field('op')
  // Nothing is done by it, so that it matters neither who asks for it nor what has been typed.
  if (state !== 'not sent' && op === 'cancel') return { redirect: addressOf(listTitle) }

  const stored = await findStored(appId, call)
  if (state === 'not sent') return show({ appId, stored }, call)

  const typed = readChoices(call)
  const again = { appId, stored, typed }
  if (state === 'stale') return show({ ...again, problem: say('sessionfailure') }, call)
  if (op === 'delete') return remove(stored?.appId ?? appId, call)
  if (op !== 'create' && op !== 'update') return show(again, call)
  if (Object.keys(typed.errors).length > 0) return show(again, call)
  return op === 'create' ? create(again, typed, call) : update(again, typed, call)
}

/** One whose name was given elsewhere, with a space, has the same page as if it had `_`. */
async function findStored(appId: string, call: PageCall): Promise<StoredBotPassword | undefined> {
  const { sources, user } = call
  const found = await sources.botPasswords.find(user.id, appId)
  if (found !== undefined || !appId.includes('_')) return found
  return sources.botPasswords.find(user.id, appId.replaceAll('_', ' '))
}

async function show(parts: EditFormParts, call: PageCall): Promise<PageAnswer> {
  return { body: await editForm(parts, call) }
}

async function create(
  again: EditFormParts,
  { grants, addresses }: Choices,
  call: PageCall,
): Promise<PageAnswer> {
  const { appId } = again
  const { user, say } = call
  const chosen = { userId: user.id, appId, grants, addresses }
  const secret = await addBotPassword(chosen, saving(call))
  if (secret !== undefined) return showDone({ appId, done: 'created', secret }, call)
  return show(
    { ...again, problem: say('botpasswords-insert-failed', html`<bdi>${appId}</bdi>`) },
    call,
  )
}

async function update(
  again: EditFormParts,
  { grants, addresses, resets }: Choices,
  call: PageCall,
): Promise<PageAnswer> {
  const { user, say } = call
  const appId = again.stored?.appId ?? again.appId
  const chosen = { userId: user.id, appId, grants, addresses }
  const secret = resets ? await resetBotPassword(chosen, saving(call)) : undefined
  const isDone = resets ? secret !== undefined : await changeBotPassword(chosen, saving(call))
  if (isDone) return showDone({ appId, done: 'updated', ...(secret && { secret }) }, call)
  const problem = say('botpasswords-update-failed', html`<bdi>${appId}</bdi>`)
  return show({ ...again, stored: undefined, problem }, call)
}

function saving({ sources, session }: PageCall): BotPasswordSaving {
  const { botPasswords, random } = sources
  return { botPasswords, random, ownerToken: session.user?.token }
}

/** As in MediaWiki, who deletes what is deleted already hears that it is. */
async function remove(appId: string, call: PageCall): Promise<PageAnswer> {
  await call.sources.botPasswords.delete(call.user.id, appId)
  return showDone({ appId, done: 'deleted' }, call)
}
