import { createHash, pbkdf2 as derive, getHashes } from 'node:crypto'
import { promisify } from 'node:util'
import type { Random } from '../../random.ts'
import { equalSecrets } from '../../session/equal-secrets.ts'
import { hashQueue } from './hash-queue.ts'
import type { PasswordType } from './password-type.ts'

const deriveKey = promisify(derive)

// About five seconds of one core; MediaWiki asks for 30,000.
const mostRounds = 10_000_000

/** PHP's names for digests, and those that OpenSSL has for the same; not every OpenSSL has every one. */
// biome-ignore format: a table
const digests: ReadonlyMap<string, string> = new Map([
  ['md5', 'md5'],           ['sha1', 'sha1'],
  ['sha224', 'sha224'],     ['sha256', 'sha256'],     ['sha384', 'sha384'],     ['sha512', 'sha512'],
  ['sha512/224', 'sha512-224'],                       ['sha512/256', 'sha512-256'],
  ['sha3-224', 'sha3-224'], ['sha3-256', 'sha3-256'], ['sha3-384', 'sha3-384'], ['sha3-512', 'sha3-512'],
  ['ripemd160', 'ripemd160'],                         ['whirlpool', 'whirlpool'],
])
const known = new Set(getHashes())

/** What is stored about one password: parameters, salt, and the hash in base64. */
interface Stored {
  readonly digest: string
  readonly rounds: number
  readonly length: number
  readonly salt: Buffer
  readonly hash: string
}

/** MediaWiki's own choice since 1.24: `<digest>:<rounds>:<length>:<salt>:<hash>`, the last two in base64. */
export const pbkdf2: PasswordType = {
  async verify(password, stored) {
    const parts = findParts(stored)
    if (parts === undefined) return false

    return equalSecrets(await hash(password, parts), parts.hash)
  },
}

/** What a new hash begins with; a stored one that begins otherwise is due to be replaced. */
export const defaultParameters = 'sha512:30000:64'

/** Hashes a password as MediaWiki does by default, with sixteen bytes of salt. */
export async function makePbkdf2(password: string, random: Random): Promise<string> {
  const salt = random(16)
  const made = await hash(password, { digest: 'sha512', rounds: 30_000, length: 64, salt })
  return `${defaultParameters}:${salt.toString('base64')}:${made}`
}

async function hash(password: string, how: Omit<Stored, 'hash'>): Promise<string> {
  const { digest, rounds, length, salt } = how
  const key = await hashQueue.run(() => deriveKey(password, salt, rounds, length, digest))
  return key.toString('base64')
}

function findParts(stored: string): Stored | undefined {
  const form = /^([^:]+):(\d{1,9}):(\d{1,3}):([A-Za-z\d+/]*={0,2}):([A-Za-z\d+/]+={0,2})$/
  const [, algorithm = '', rounds, length, salt = '', hash = ''] = form.exec(stored) ?? []
  const digest = digests.get(algorithm.toLowerCase())
  if (digest === undefined || !known.has(digest)) return undefined

  const parts: Stored = {
    digest,
    rounds: Number(rounds),
    length: Number(length),
    salt: Buffer.from(salt, 'base64'),
    hash,
  }
  return isSane(parts) ? parts : undefined
}

/** A length of zero would fit every password; each block as long as the digest costs all the rounds again. */
function isSane({ digest, rounds, length, hash }: Stored): boolean {
  const blocks = Math.ceil(length / createHash(digest).digest().length)
  const bounded = rounds > 0 && length > 0 && rounds * blocks <= mostRounds
  return bounded && hash.length === 4 * Math.ceil(length / 3)
}
