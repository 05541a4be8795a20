import { JSDOM } from 'jsdom'
import { unserializePhp } from '../../src/php/php-unserialize.ts'
import { type OddAnswer, server } from './ask.ts'

/** Every status that a client's request can have, however odd it is. */
const statuses: readonly number[] = [200, 301, 302, 304, 400, 403, 404, 405, 413]

/** Where the wiki is, and where some odd settings say that it is. */
const ours = [`${server}/`, 'https://wiki.example/']

/** Says what no answer may be like, or `undefined` if there is nothing to say. */
export function findFault(
  { status, headers, body }: OddAnswer,
  isSample: boolean,
): string | undefined {
  if (!statuses.includes(status)) return `status ${status}`
  const broken = headers.find((header) => header.some((text) => !/^[\t\x20-\xff]*$/.test(text)))
  if (broken !== undefined) return `a header of more than one line: ${JSON.stringify(broken)}`
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
  if (location !== undefined && !ours.some((start) => location.startsWith(start))) {
    return `leads to ${location}`
  }
  if (status === 304 || body === '') return undefined

  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const check = checks.find(([start]) => type.startsWith(start))?.[1]
  if (check === undefined) return `content type ${type}`
  try {
    return check(body, isSample)
  } catch (error) {
    // What a parser says of a body is what is wrong with it.
    return `${type}: ${String(error)}`
  }
}

type Check = (body: string, isSample: boolean) => string | undefined

const checks: readonly (readonly [type: string, check: Check])[] = [
  ['application/json', checkJson],
  ['text/mediawiki-api-prettyprint-wrapped', checkJson],
  ['text/javascript', checkScript],
  ['text/xml', checkXml],
  ['application/vnd.php.serialized', (body) => void unserializePhp(Buffer.from(body))],
  ['text/plain', () => undefined],
  ['text/html', checkHtml],
]

/** Under these names stands HTML, in whichever format. */
const htmlNames = ['html', 'help']

function checkJson(body: string): string | undefined {
  if (!body.includes('jeton-probe')) return void JSON.parse(body)

  let fault: string | undefined
  JSON.parse(body, (name, value) => {
    if (typeof value === 'string' && htmlNames.includes(name)) fault ??= checkHtml(value, false)
    return value
  })
  return fault
}

function checkScript(body: string): string | undefined {
  const [, json] = /^\/\*\*\/[[\].'"_A-Za-z0-9]*\((.*)\)$/s.exec(body) ?? []
  return json === undefined ? 'no call of the callback' : checkJson(json)
}

function checkXml(body: string, isSample: boolean): string | undefined {
  if (isSample) new JSDOM(body, { contentType: 'text/xml' })
  return body.startsWith('<?xml version="1.0"?><api') && !body.includes('<jeton-probe')
    ? undefined
    : 'not the XML of an answer'
}

function checkHtml(body: string, isSample: boolean): string | undefined {
  if (/<\/?jeton-probe/i.test(body)) return 'an element that was typed'
  if (!isSample || !body.includes('jeton-probe')) return undefined
  const page = new JSDOM(body).window.document
  return page.querySelector('jeton-probe, [jeton-probe]')
    ? 'an attribute that was typed'
    : undefined
}
