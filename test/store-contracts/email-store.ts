import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AccountStore } from '../../src/auth/accounts/account-store.ts'
import type { EmailStore } from '../../src/auth/mail/email-store.ts'
import type { UserName } from '../../src/auth/names/user-name.ts'
import type { Opened } from './opened.ts'

/** Addresses, and the accounts that have them. */
export interface EmailStores {
  readonly accounts: AccountStore
  readonly emails: EmailStore
}

const now = new Date('2026-01-01T12:00:00Z')
const later = new Date('2026-01-01T13:00:00Z')
const email = 'alice@inbox.example'
const token = { hash: '0'.repeat(32), expires: later }
const other = { hash: '1'.repeat(32), expires: later }

/** What every place for e-mail addresses has to do. */
export function testEmailStore(where: string, open: () => Promise<Opened<EmailStores>>): void {
  describe(`EmailStore ${where}`, () => {
    it('confirms the address that a token was made for, as long as it is good', async () => {
      await using it = await open()
      const { accounts, emails } = it.store
      const id = await makeAlice(accounts)
      await emails.change(id, { email, token }, now)
      assert.equal(await emails.isPending(id, now), true)
      assert.equal(await emails.isPending(id, later), false)
      assert.equal(await emails.findByToken(token.hash, later), undefined)
      assert.equal(await emails.confirm(id, token.hash, later), false)
      assert.equal(await emails.confirm(id, other.hash, now), false)

      const found = await emails.findByToken(token.hash, now)
      assert.deepEqual([found?.id, found?.email, found?.emailAuthenticated], [id, email, undefined])
      assert.equal(await emails.confirm(id, token.hash, now), true)
      assert.deepEqual((await accounts.findById(id))?.emailAuthenticated, now)
      assert.equal(await emails.isPending(id, now), false)
    })

    it('takes a confirmation back once, and with it the token', async () => {
      await using it = await open()
      const { accounts, emails } = it.store
      const id = await makeAlice(accounts)
      await emails.change(id, { email, token }, now)
      await emails.confirm(id, token.hash, now)
      assert.equal(await emails.deny(id, other.hash, now), false)
      assert.equal(await emails.deny(id, token.hash, now), true)
      assert.equal(await emails.deny(id, token.hash, now), false)
      const account = await accounts.findById(id)
      assert.deepEqual([account?.email, account?.emailAuthenticated], [email, undefined])
    })

    it('forgets what confirmed an address when there is another, or another token', async () => {
      await using it = await open()
      const { accounts, emails } = it.store
      const id = await makeAlice(accounts)
      await emails.change(id, { email, token }, now)
      assert.equal(await emails.replaceToken(id, email, other), true)
      assert.equal(await emails.replaceToken(id, 'old@inbox.example', token), false)
      assert.equal(await emails.findByToken(token.hash, now), undefined)
      await emails.confirm(id, other.hash, now)
      await emails.change(id, { email: '', token: undefined }, now)
      assert.equal(await emails.findByToken(other.hash, now), undefined)
      const account = await accounts.findById(id)
      assert.deepEqual([account?.email, account?.emailAuthenticated], ['', undefined])
    })
  })
}

async function makeAlice(accounts: AccountStore): Promise<number> {
  // It is canonical already.
  const name = 'Alice' as UserName
  const made = await accounts.create({
    name,
    passwordHash: '',
    token: 'a'.repeat(32),
    created: now,
  })
  return made?.id ?? 0
}
