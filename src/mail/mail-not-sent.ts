/** Says why a mail could not be sent; never to whom, or what it said: logs are kept. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent'
}
