import { getSystemErrorName } from 'node:util'

/** What nodemailer's codes of errors mean. */
const reasons: Readonly<Record<string, string>> = {
  EAUTH: 'it refuses the login',
  ECONNECTION: 'the connection broke',
  EDNS: 'there is no such host',
  EENVELOPE: 'it refuses the sender or the receiver',
  EMESSAGE: 'it refuses the mail',
  ESOCKET: 'no connection came about',
  ETIMEDOUT: 'it does not answer',
  ETLS: 'no encrypted connection came about',
}

/** What the system's codes mean, of an error that nodemailer only calls one of the socket. */
const ofSystem: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection broke',
  EHOSTUNREACH: 'no way leads there',
  ENETUNREACH: 'no way leads there',
}

/** Says why a server did not take a mail, without its own words: they may repeat the mail. */
export function whyNotSent(error: unknown): string {
  const { code, errno, responseCode } = Object(error)
  const system =
    Number.isInteger(errno) && errno < 0 ? ofSystem[getSystemErrorName(errno)] : undefined
  const known = system ?? reasons[String(code)] ?? 'it did not take it'
  return typeof responseCode === 'number' ? `${known} (${responseCode})` : known
}
