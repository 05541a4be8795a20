/** Says why a mail could not be sent; never to whom, or what it said: logs are kept. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent'

  constructor(message: string) {
    super(message)
    // What is to be put right is the mail server or a setting: a place in our code leads nobody there.
    this.stack = `MailNotSent: ${message}`
  }
}
