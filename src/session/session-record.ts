import { inflateRawSync } from 'node:zlib'
import { type PhpArray, type PhpValue, spellPhp } from '../php/php-serialize.ts'
import { phpStringBytes } from '../php/php-string.ts'
import { type KnownKeys, PhpSerializeError, unserializePhp } from '../php/php-unserialize.ts'
import { botPasswordProvider, cookieProvider } from './session-providers.ts'
import { findStoredBlock } from './stored-block.ts'

/** What MediaWiki stores about a session, beside its data; the ten names and their order are its own. */
export interface SessionMetadata {
  readonly provider: string
  readonly providerMetadata: PhpArray | null
  /** 0 for an anonymous session. */
  readonly userId: number
  readonly userName: string | null
  readonly userToken: string | null
  readonly remember: boolean
  readonly forceHTTPS: boolean
  /** Seconds since 1970. */
  readonly expires: number
  readonly loggedOut: number
  readonly persisted: boolean
}

/** A session as MediaWiki stores it; data that we do not know is carried along untouched. */
export interface SessionRecord {
  readonly data: PhpArray
  readonly metadata: SessionMetadata
}

/** The names of the metadata in their order, each with how it is spelled: that is always the same. */
const metadataNames = (
  [
    ...['provider', 'providerMetadata', 'userId', 'userName', 'userToken'],
    ...['remember', 'forceHTTPS', 'expires', 'loggedOut', 'persisted'],
  ] as const
).map((name) => [name, spellPhp(name)] as const)

/** Spells a session as MediaWiki stores it: an array of its data and its metadata. */
export function writeSessionRecord({ data, metadata }: SessionRecord): Buffer {
  let spelled = ''
  for (const [name, key] of metadataNames) spelled += key + spellPhp(metadata[name])
  const count = metadataNames.length
  return phpStringBytes(`a:2:{s:4:"data";${spellPhp(data)}s:8:"metadata";a:${count}:{${spelled}}}`)
}

const record = Symbol('the record that these bytes spell')
type ReadBytes = Uint8Array & { [record]?: SessionRecord | undefined }

/**
 * Reads a stored session that a request came with, once for as long as the store remembers its bytes
 * unchanged: a session is asked for more often than it changes. Nobody may change the record. It is
 * kept with the bytes: in a `WeakMap` each that is read for the first time would take 2.5 µs more,
 * half as long again as reading it.
 */
export function readKnownRecord(bytes: ReadBytes): SessionRecord | undefined {
  bytes[record] ??= readSessionRecord(bytes)
  return bytes[record]
}

/** Reads a stored session; `undefined` for what is none, which then counts as no session. */
export function readSessionRecord(bytes: Uint8Array): SessionRecord | undefined {
  const value = findPhpValue(bytes)
  if (!(value instanceof Map)) return undefined

  const data = value.get('data')
  const metadata = value.get('metadata')
  if (!(data instanceof Map) || !(metadata instanceof Map)) return undefined

  const read = readMetadata(metadata)
  return read && { data, metadata: read }
}

// A stored session is a few hundred bytes; one that unpacks to more than this is not ours.
const largestRecord = 1 << 20

/** What nearly all sessions have in them. */
const names: KnownKeys = new Map(
  [
    ...['data', 'metadata', ...metadataNames.map(([name]) => name), cookieProvider],
    ...['wsTokenSecrets', 'default', 'login', botPasswordProvider],
  ].map((name) => [name, name]),
)

function findPhpValue(bytes: Uint8Array): PhpValue | undefined {
  // Stores in SQL hold it deflated, those in Redis as it is: an array starts with "a:".
  const isPlain = bytes[0] === 0x61 && bytes[1] === 0x3a
  try {
    if (isPlain) return bytes.length > largestRecord ? undefined : unserializePhp(bytes, names)

    const inflated =
      findStoredBlock(bytes) ?? inflateRawSync(bytes, { maxOutputLength: largestRecord })
    return unserializePhp(inflated, names)
  } catch (error) {
    // Whatever is wrong with a stored session, its visitor is a new visitor.
    if (error instanceof PhpSerializeError || isZlibError(error)) return undefined
    throw error
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:Z_|ERR_BUFFER)/.test(String(error.code))
}

function readMetadata(from: PhpArray): SessionMetadata | undefined {
  const provider = from.get('provider')
  const providerMetadata = from.get('providerMetadata') ?? null
  const userId = from.get('userId')
  const userName = from.get('userName') ?? null
  const userToken = from.get('userToken') ?? null
  const expires = from.get('expires')
  const loggedOut = from.get('loggedOut')
  if (typeof provider !== 'string' || typeof userId !== 'number') return undefined
  if (typeof expires !== 'number') return undefined
  if (userName !== null && typeof userName !== 'string') return undefined
  if (userToken !== null && typeof userToken !== 'string') return undefined
  if (providerMetadata !== null && !(providerMetadata instanceof Map)) return undefined

  return {
    provider: names.get(provider) ?? provider,
    providerMetadata,
    userId,
    userName,
    userToken,
    remember: from.get('remember') === true,
    forceHTTPS: from.get('forceHTTPS') === true,
    expires,
    loggedOut: typeof loggedOut === 'number' ? loggedOut : 0,
    persisted: from.get('persisted') === true,
  }
}
