import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import { createWiki, type OpenWiki } from '../../src/index.ts'

const hasPhp = spawnSync('php', ['-r', 'exit(class_exists("DOMDocument") ? 0 : 1);']).status === 0
const skip = hasPhp ? false : 'php with its DOM is not installed'

const [last, size] = [0x10ffff, 4096]

/** Every character there is, so many at a time; half characters have no bytes that a client could send. */
function everyText(): readonly string[] {
  const starts = Array.from({ length: (last + 1) / size }, (_, at) => at * size)
  return starts
    .filter((start) => start < 0xd800 || start > 0xdfff)
    .map((start) =>
      String.fromCodePoint(...Array.from({ length: size }, (_, at) => start + at)).toWellFormed(),
    )
}

/** What a wiki answers to a text that it says again. */
async function echo(wiki: OpenWiki, text: string, format: string): Promise<string> {
  // A letter before and behind: what is trimmed at the ends is another rule.
  const body = new URLSearchParams({ action: 'query', format, requestid: `a${text}z` })
  const response = await wiki.fetch('http://127.0.0.1:8080/api.php', { method: 'POST', body })
  return response.text()
}

const read = `
  foreach (json_decode(stream_get_contents(STDIN)) as [$json, $xml, $php]) {
    $said = json_decode($json, true, 9, JSON_THROW_ON_ERROR)['requestid'];
    $document = new DOMDocument;
    if (!$document->loadXML($xml, LIBXML_NONET)) exit(1);
    if ($document->documentElement->getAttribute('requestid') !== $said) exit(2);
    $values = unserialize($php);
    if ($values['requestid'] !== $said || serialize($values) !== $php) exit(3);
    $length = ($length ?? 0) + mb_strlen($said);
  }
  echo $length;`

describe('every character there is', { skip }, () => {
  it('security 32: is the same in JSON, in XML and in serialized PHP, read by PHP itself', async () => {
    await using wiki = createWiki()
    const answers: string[][] = []
    for (const text of everyText()) {
      const all = ['json', 'xml', 'php'].map((format) => echo(wiki, text, format))
      answers.push(await Promise.all(all))
    }
    const input = JSON.stringify(answers)
    const { status, stdout, stderr } = spawnSync('php', ['-r', read], { input, maxBuffer: 2 ** 20 })
    assert.equal(status, 0, stderr.toString() + stdout.toString().slice(0, 400))
    assert.equal(stderr.toString(), '')
    // Some characters are two others in the form that text is kept in (NFC).
    assert.ok(Number(stdout) > last - size, stdout.toString())
  })
})
