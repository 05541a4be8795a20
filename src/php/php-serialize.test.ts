import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { PhpFloat } from './php-float.ts'
import type { PhpKey, PhpValue } from './php-serialize.ts'
import { serializePhp } from './php-serialize.ts'
import { PhpSerializeError, unserializePhp } from './php-unserialize.ts'

const hasPhp = spawnSync('php', ['-v']).status === 0
const skip = hasPhp ? false : 'php is not installed'

/** Runs a program in PHP, with lines of JSON in and out. */
function askPhp(program: string, input: readonly string[]): string[] {
  const code = `$input = json_decode(stream_get_contents(STDIN)); ${program} echo json_encode($output);`
  const args = ['-d', 'memory_limit=1G', '-r', code]
  const run = spawnSync('php', args, { input: JSON.stringify(input), maxBuffer: 2 ** 28 })
  assert.equal(run.status, 0, run.stderr.toString())
  return JSON.parse(run.stdout.toString())
}

const read = (text: string): PhpValue => unserializePhp(Buffer.from(text, 'latin1'))
const written = (value: PhpValue): string => serializePhp(value).toString('latin1')
const nested = (depth: number): string => `${'a:1:{i:0;'.repeat(depth)}N;${'}'.repeat(depth)}`

/** What PHP writes, and what we make of it. */
// biome-ignore format: a table
const pairs: readonly (readonly [string, PhpValue])[] = [
  ['N;',                           null],
  ['b:0;',                         false],
  ['b:1;',                         true],
  ['i:0;',                         0],
  ['i:-5;',                        -5],
  ['i:9007199254740991;',          9007199254740991],
  ['i:9007199254740993;',          9007199254740993n],
  ['i:9223372036854775807;',       9223372036854775807n],
  ['i:-9223372036854775808;',      -9223372036854775808n],
  ['d:0;',                         new PhpFloat(0)],
  ['d:-0;',                        new PhpFloat(-0)],
  ['d:1;',                         new PhpFloat(1)],
  ['d:0.1;',                       new PhpFloat(0.1)],
  ['d:0.0001;',                    new PhpFloat(0.0001)],
  ['d:1.0E-5;',                    new PhpFloat(0.00001)],
  ['d:10000000000000000;',         new PhpFloat(1e16)],
  ['d:1.0E+17;',                   new PhpFloat(1e17)],
  ['d:1.2345678901234568E+17;',    new PhpFloat(1.2345678901234568e17)],
  ['d:1.0E+25;',                   new PhpFloat(1e25)],
  ['d:INF;',                       new PhpFloat(Number.POSITIVE_INFINITY)],
  ['d:-INF;',                      new PhpFloat(Number.NEGATIVE_INFINITY)],
  ['d:NAN;',                       new PhpFloat(Number.NaN)],
  ['s:0:"";',                      ''],
  ['s:4:"\xc3\xa9\xc3\xa9";',      'éé'],
  ['s:3:"\xef\xbb\xbf";',          '\ufeff'],
  ['s:7:"";s:1:"";',              '";s:1:"'],
  ['s:2:"\xff\xc3";',              '\udcff\udcc3'],
  ['s:6:"\xed\xa0\x80\xc3\xa9\x80";', '\udced\udca0\udc80é\udc80'],
  ['a:0:{}',                       new Map()],
  ['a:2:{i:1;N;i:0;N;}',           new Map<PhpKey, PhpValue>([[1, null], [0, null]])],
  ['a:2:{i:5;N;s:2:"05";N;}',      new Map<PhpKey, PhpValue>([[5, null], ['05', null]])],
  ['a:1:{s:9:"__proto__";a:1:{s:1:"\x80";i:1;}}',
    new Map([['__proto__', new Map([['\udc80', 1]])]])],
]

/** Each is refused, for its own reason. */
const malformed = [
  ...['', 'N', 'x:1;', 'N;N;', 'b:2;', 'b:1', 'i:;', 'i:1', 'i:1.5;', 'i:007;', 'i:-0;', 'i:+5;'],
  ...['i:9223372036854775808;', `i:${'9'.repeat(1000)};`, 'd:;', 'd:1,5;', 'd:0x1;', 'd:Infinity;'],
  ...['s:1:"";', 's:2:"a";', 's:1:"ab";', 's:-1:"";', "s:1:'a';", 's:99999999999:"a";', 's:1:"a"'],
  ...['a:1:{}', 'a:0:{i:0;N;}', 'a:1:{i:0;N;', 'a:1:{b:1;N;}', 'a:1:{d:1;N;}', 'a:1:{N;N;}'],
  ...['a:999999999:{', 'a:999999999:{i:0;N;}', 'a:-1:{}', 'a:1:{i:0;N;};', nested(65)],
  ...['O:8:"stdClass":0:{}', 'a:1:{i:0;O:8:"stdClass":0:{}}', 'C:1:"A":0:{}', 'E:3:"A:B";'],
  ...['a:2:{i:0;i:1;i:1;R:2;}', 'a:2:{i:0;i:1;i:1;r:2;}', 'S:1:"a";'],
]

const key = fc.oneof(
  fc.maxSafeInteger().map((number) => number + 0),
  fc.string({ unit: 'binary' }).filter((text) => !/^-?\d+$/.test(text)),
  fc.constantFrom('__proto__', 'constructor', '-0', '05', '9223372036854775808', '\udcff'),
)
const float = fc.double().map((number) => new PhpFloat(number))
const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
const { value: anyValue } = fc.letrec<{ value: PhpValue; array: Map<PhpKey, PhpValue> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<PhpValue[]>(null, true, false),
    fc.maxSafeInteger().map((number) => number + 0),
    integer.filter((number) => !Number.isSafeInteger(Number(number))),
    float,
    fc.string({ unit: 'binary' }),
    fc
      .uint8Array()
      .map((bytes) => read(`s:${bytes.length}:"${Buffer.from(bytes).toString('latin1')}";`)),
    tie('array'),
  ),
  array: fc
    .uniqueArray(fc.tuple(key, tie('value')), { selector: ([k]) => k })
    .map((all) => new Map(all)),
}))

describe('serialized PHP data', () => {
  for (const [text, value] of pairs) {
    it(`${JSON.stringify(text)} is read, and written again as the same bytes`, () => {
      assert.deepEqual(read(text), value)
      assert.equal(written(value), text)
    })
  }

  it('comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(anyValue, (value) =>
        assert.deepEqual(unserializePhp(serializePhp(value)), value),
      ),
    )
  })

  it('keeps any bytes of a string, as a value and as a key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const string = `s:${bytes.length}:"${Buffer.from(bytes).toString('latin1')}";`
        assert.equal(written(read(`a:1:{s:1:"k";${string}}`)), `a:1:{s:1:"k";${string}}`)
        const asKey = read(`a:1:{${string}N;}`)
        assert.deepEqual(unserializePhp(serializePhp(asKey)), asKey)
      }),
    )
  })

  it('keeps what a string key spells as a whole number under that number', () => {
    assert.deepEqual(read('a:1:{s:1:"5";N;}'), new Map([[5, null]]))
    assert.equal(written(new Map([['-5', null]])), 'a:1:{i:-5;N;}')
    assert.deepEqual(
      read('a:1:{s:19:"9223372036854775807";N;}'),
      new Map([[9223372036854775807n, null]]),
    )
  })

  it('lets the last of two equal keys win, in the place of the first', () => {
    const array = read('a:3:{i:1;i:1;i:2;i:2;s:1:"1";i:3;}')
    assert.equal(written(array), 'a:2:{i:1;i:3;i:2;i:2;}')
  })

  it('reads a float however precisely it was written', () => {
    assert.deepEqual(read('d:0.10000000000000001;'), new PhpFloat(0.1))
    assert.deepEqual(read('d:1.0000000000000001e+25;'), new PhpFloat(1e25))
  })

  it('reads the same whether or not keys are known', () => {
    const known = new Map([['k', 'k']])
    fc.assert(
      fc.property(anyValue, (value) => {
        const array = new Map<PhpKey, PhpValue>([['k', value]])
        const bytes = serializePhp(array.set('other', new Map([['k', 'k']])))
        assert.deepEqual(unserializePhp(bytes, known), unserializePhp(bytes))
      }),
    )
  })

  it('reads the bytes of a part of a larger buffer', () => {
    assert.equal(unserializePhp(new TextEncoder().encode('xxi:7;yy').subarray(2, 6)), 7)
  })
})

describe('what is not serialized PHP data', () => {
  for (const text of malformed) {
    it(`is refused: ${text.slice(0, 40)}`, () => {
      assert.throws(() => read(text), PhpSerializeError)
    })
  }

  it('is refused wherever good data are cut off', () => {
    const whole = serializePhp(new Map(pairs.map(([text, value]) => [text, value])))
    for (let length = 0; length < whole.length; length++) {
      assert.throws(() => unserializePhp(whole.subarray(0, length)), PhpSerializeError)
    }
  })

  it('is refused or read, and nothing else happens, for 10,000 mutated values', () => {
    const mutation = fc.record({ at: fc.nat(), byte: fc.nat(255), cut: fc.nat(3), add: fc.nat(3) })
    const mutated = fc
      .tuple(anyValue, fc.array(mutation, { minLength: 1, maxLength: 4 }))
      .map(([value, mutations]) => {
        let bytes = serializePhp(value)
        for (const { at, byte, cut, add } of mutations) {
          const place = at % (bytes.length + 1)
          const rest = bytes.subarray(place + cut)
          bytes = Buffer.concat([bytes.subarray(0, place), Buffer.alloc(add, byte), rest])
        }
        return bytes
      })
    fc.assert(
      fc.property(mutated, (bytes) => {
        try {
          assert.ok(serializePhp(unserializePhp(bytes)).length > 0)
        } catch (error) {
          assert.ok(error instanceof PhpSerializeError, String(error))
        }
      }),
      { numRuns: 10_000 },
    )
  })

  it('is refused in time that grows with its length only', () => {
    const megabytes = 2 ** 22
    for (const piece of [
      'i:1',
      'a:9:{',
      's:1:"',
      'a:999999999:{i:0;',
      '\xff',
      'd:1',
      's:4194304:"',
    ]) {
      const text = piece.repeat(megabytes / piece.length)
      assert.throws(() => read(text), PhpSerializeError)
      assert.throws(() => read(`a:1000000:{${text}`), PhpSerializeError)
    }
    const binary = `s:${megabytes}:"${'\xffa\xc3\xa9'.repeat(megabytes / 4)}";`
    assert.equal(written(read(binary)), binary)
  })
})

describe('serializePhp', () => {
  it('refuses numbers that are no integers of PHP, which would come back as others', () => {
    for (const value of [0.5, Number.NaN, 2 ** 53, 2n ** 63n, -(2n ** 63n) - 1n]) {
      assert.throws(() => serializePhp(value), RangeError)
      assert.throws(() => serializePhp(new Map([[value, 1]])), RangeError)
    }
  })

  it('refuses two keys that are one in PHP', () => {
    const array = new Map<PhpKey, PhpValue>([['5', 1]]).set(5, 2)
    assert.throws(() => serializePhp(array), RangeError)
  })

  it('writes no nesting that could not be read again, not even an endless one', () => {
    assert.equal(written(read(nested(64))), nested(64))
    const endless = new Map<PhpKey, PhpValue>()
    endless.set('self', endless)
    assert.throws(() => serializePhp(endless), RangeError)
  })

  it('writes half a surrogate pair as U+FFFD', () => {
    assert.equal(read(written('a\ud83d')), 'a\ufffd')
  })
})

describe('serialized PHP data and the real PHP', { skip }, () => {
  it('agree on 3,000 values of ours', () => {
    const ours = fc.sample(anyValue, 3000).map((value) => serializePhp(value).toString('base64'))
    const program =
      'foreach ($input as $i) $output[] = base64_encode(serialize(unserialize(base64_decode($i))));'
    assert.deepEqual(askPhp(program, ours), ours)
  })

  it('agree on 3,000 values of PHP', () => {
    const program = `
      function any($depth) {
        switch (mt_rand(0, $depth > 3 ? 6 : 8)) {
          case 0: return null;
          case 1: return (bool)mt_rand(0, 1);
          case 2: return mt_rand(-9, 9);
          case 3: return random_int(PHP_INT_MIN, PHP_INT_MAX);
          case 4: return unpack('d', random_bytes(8))[1];
          case 5: return random_bytes(mt_rand(1, 9));
          case 6: return mt_rand(-1e6, 1e6) * 10 ** mt_rand(-12, 12);
        }
        $array = [];
        for ($n = mt_rand(0, 5); $n > 0; $n--) $array[any(9) ?? ''] = any($depth + 1);
        return $array;
      }
      while (count($output ?? []) < 3000) $output[] = base64_encode(serialize(@any(0)));`
    for (const theirs of askPhp(program, [])) {
      const again = serializePhp(unserializePhp(Buffer.from(theirs, 'base64')))
      assert.equal(again.toString('base64'), theirs)
    }
  })

  it('agree on the spelling of 20,000 floats', () => {
    const floats = fc.sample(fc.double({ noNaN: true }), 20_000)
    const program =
      'foreach ($input as $i) $output[] = serialize(unpack("E", base64_decode($i))[1]);'
    const bytesOf = (float: number): string => {
      const bytes = Buffer.alloc(8)
      bytes.writeDoubleBE(float)
      return bytes.toString('base64')
    }
    assert.deepEqual(
      askPhp(program, floats.map(bytesOf)),
      floats.map((float) => written(new PhpFloat(float))),
    )
  })
})
