import assert from 'node:assert/strict'
import { it } from 'node:test'
import { printingMailer } from './printing-mailer.ts'

it('shows a mail without what could tell a terminal what to do', async () => {
  const printed: string[] = []
  const mailer = printingMailer((text) => printed.push(text))
  const to = { name: 'Bob \u009b2J\u001b]0;', address: 'bob@inbox.example' }
  await mailer.send({
    to,
    subject: 'Temporary\u202epassword',
    text: 'Dear \u001b[31mBob,\nhere it is',
  })
  assert.deepEqual(printed, [
    '\nMail to Bob \ufffd2J\ufffd]0; <bob@inbox.example>: Temporary\ufffdpassword\n  Dear \ufffd[31mBob,\n  here it is\n',
  ])
})
