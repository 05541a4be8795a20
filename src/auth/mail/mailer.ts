/** A mail to one person, in plain text. */
export interface Mail {
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
}

/** Brings mails on their way; who sends them is the wiki. */
export interface Mailer {
  /** Hands a mail over; rejects when it cannot. */
  send(mail: Mail): Promise<void>
}
