import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findPhp } from '../../test/samples/interpreters.ts'
import { mergeDeep } from './merge.ts'
import { overrideSettings, readSettings, SettingsError } from './settings.ts'

/** As a configuration file has it, with any names in it. */
function parse(json: string): Readonly<Record<string, unknown>> {
  return JSON.parse(json)
}

const defaults = readSettings({})

/** What is wrong, and what the person is told who wrote it. */
// biome-ignore format: a table
const mistakes: readonly (readonly [json: string, says: RegExp])[] = [
  ['{"Nonsense": 1}',                  /^There is no setting Nonsense\.$/],
  ['{"sitename": "x"}',                /^There is no setting sitename: did you mean Sitename\?\.?$/],
  ['{"wgSitename": "x"}',              /did you mean Sitename\?/],
  ['{"$wgReadOnly": "x"}',             /did you mean ReadOnly\?/],
  ['{"$WGREADONLY": "x"}',             /^There is no setting/],
  ['{"": 1}',                          /^There is no setting/],
  ['{"__proto__": {"Sitename": "x"}}', /^There is no setting __proto__\.$/],
  ['{"constructor": "x"}',             /^There is no setting constructor\.$/],
  ['{"toString": "x"}',                /^There is no setting toString\.$/],
  ['{"Sitename": 5}',                  /^The setting Sitename must be string, not 5\. It says: What the wiki is called\.$/],
  ['{"Sitename": null}',               /^The setting Sitename must be string, not null/],
  ['{"Sitename": ["x"]}',              /^The setting Sitename must be string, not Array/],
  ['{"ReadOnly": true}',               /^The setting ReadOnly must be \(?false \| string\)?, not true/],
  ['{"ShowHostnames": 1}',             /^The setting ShowHostnames must be boolean, not 1/],
  ['{"ObjectCacheSessionExpiry": "1 h"}', /^The setting ObjectCacheSessionExpiry must be number, not "1 h"/],
  ['{"ObjectCacheSessionExpiry": -1}', /^The setting ObjectCacheSessionExpiry must be >=0, not -1/],
  ['{"ObjectCacheSessionExpiry": 1.5}', /^The setting ObjectCacheSessionExpiry must be .+, not 1\.5/],
  ['{"ObjectCacheSessionExpiry": 1e300}', /^The setting ObjectCacheSessionExpiry must be <=\d+, not 1e\+300/],
  ['{"Server": "wiki.example"}',       /^The setting Server must be an address such as "https:\/\/wiki\.example", not "wiki\.example"/],
  ['{"SMTP": "smtp.example.org"}',     /^The setting SMTP must be Object, not "smtp\.example\.org"/],
  ['{"SMTP": {"port": 25}}',           /^The setting SMTP\.host must be "host", not undefined/],
  ['{"SMTP": {"host": "a b"}}',        /^The setting SMTP\.host must be the name of a host, not "a b"/],
  ['{"SMTP": {"host": "a", "password": 12345}}', /^The setting SMTP\.password must be \(?string( \| undefined\))?\. It says/],
  ['{"SecretKey": 12345}',             /^The setting SecretKey must be \(false \| string\)\. It says/],
  ['{"LanguageCode": "en\\r\\nX: y"}', /^The setting LanguageCode must be .+, not "en/],
  ['{"CookiePath": "/\\r\\nX: y"}',    /^The setting CookiePath must be one line of ASCII, not/],
  ['{"CookieDomain": "é"}',            /^The setting CookieDomain must be one line of ASCII, not/],
  ['{"CookiePrefix": "a\\nb"}',        /^The setting CookiePrefix must be one line of ASCII, not/],
  ['{"SessionName": "a\\nb"}',         /^The setting SessionName must be one line of ASCII, not/],
  ['{"ApiFrameOptions": "DENY\\n"}',   /^The setting ApiFrameOptions must be one line of ASCII, not/],
  ['{"CookieSameSite": "lax"}',        /^The setting CookieSameSite must be .*"Lax".*, not "lax"/],
  ['{"UserrightsInterwikiDelimiter": ""}', /^The setting UserrightsInterwikiDelimiter must be/],
  ['{"GroupPermissions": {"*": {"read": "no"}}}', /^The setting GroupPermissions\.\*\.read must be boolean, not "no"/],
  ['{"GroupPermissions": {"*": true}}', /^The setting GroupPermissions\.\* must be Object, not true/],
  ['{"Autopromote": {"a": "APCOND_EDITS"}}', /^The setting Autopromote\.a must be a condition such as \["APCOND_EDITCOUNT", 10\].*, not "APCOND_EDITS"/],
  ['{"Autopromote": {"a": 10}}',       /^The setting Autopromote\.a must be a condition/],
  ['{"Autopromote": {"a": []}}',       /^The setting Autopromote\.a must be a condition/],
  ['{"Autopromote": {"a": ["APCOND_AGE", "1 day"]}}', /^The setting Autopromote\.a must be a condition/],
  ['{"Autopromote": {"a": ["APCOND_AGE_FROM_EDIT"]}}', /^The setting Autopromote\.a must be a condition/],
  ['{"Autopromote": {"a": ["APCOND_INGROUPS", 1]}}', /^The setting Autopromote\.a must be a condition/],
  ['{"Autopromote": {"a": ["APCOND_ISBOT", true]}}', /^The setting Autopromote\.a must be a condition/],
  ['{"Autopromote": {"a": ["&"]}}',    /^The setting Autopromote\.a must be a condition/],
  ['{"Autopromote": {"a": ["&", ["|", "nonsense"]]}}', /^The setting Autopromote\.a must be a condition/],
  ['{"Autopromote": {"a": ["^", 9, 8, 3]}}', /^The setting Autopromote\.a must be a condition/],
  [`{"Autopromote": {"a": ${'["!", '.repeat(20)}9${']'.repeat(20)}}}`, /^The setting Autopromote\.a must be a condition/],
  ['{"ImplicitGroups": ["user", 5]}',  /^The setting ImplicitGroups\.1 must be string, not 5/],
  ['{"RateLimits": {"edit": {"ip": [1]}}}', /^The setting RateLimits\.edit\.ip\.1 must be/],
  ['{"PasswordAttemptThrottle": [{"count": 5}]}', /^The setting PasswordAttemptThrottle\.0\.seconds must be/],
]

describe('readSettings', () => {
  it('has defaults, which pass their own checks', () => {
    assert.deepEqual(readSettings(defaults), defaults)
    assert.equal(defaults.ReadOnly, false)
    assert.equal(defaults.GroupPermissions['*']?.['read'], true)
  })

  it('merges objects into their defaults, and replaces everything else', () => {
    const settings = readSettings({
      Sitename: 'Mine',
      GroupPermissions: { '*': { read: false }, helper: { patrol: true } },
      ImplicitGroups: ['*'],
      PasswordAttemptThrottle: [{ count: 1, seconds: 2 }],
    })
    const { GroupPermissions } = defaults
    assert.deepEqual(settings, {
      ...defaults,
      Sitename: 'Mine',
      GroupPermissions: {
        ...GroupPermissions,
        '*': { ...GroupPermissions['*'], read: false },
        helper: { patrol: true },
      },
      ImplicitGroups: ['*'],
      PasswordAttemptThrottle: [{ count: 1, seconds: 2 }],
    })
    assert.deepEqual(readSettings({}), defaults)
  })

  for (const [json, says] of mistakes) {
    it(`refuses ${json}, and says why`, () => {
      const isThat = (error: unknown): boolean =>
        error instanceof SettingsError && says.test(error.message)
      assert.throws(() => readSettings(parse(json)), isThat)
    })
  }

  it('refuses what is no object', () => {
    for (const json of ['[]', '[1]', '"x"', '5', 'true', 'null']) {
      assert.throws(() => readSettings(parse(json)), SettingsError, json)
    }
  })

  it('takes names of JavaScript inside settings for names like any other', () => {
    const json = '{"GroupPermissions": {"constructor": {"toString": true, "__proto__": true}}}'
    const { GroupPermissions } = readSettings(parse(json))
    assert.deepEqual(Object.keys(GroupPermissions['constructor'] ?? {}), ['toString', '__proto__'])
    const evil = '{"GroupPermissions": {"__proto__": {"*": {"read": false}}}}'
    assert.equal(readSettings(parse(evil)).GroupPermissions['*']?.['read'], true)
    assert.equal(Object.hasOwn(Object.prototype, '*'), false)
  })
})

describe('overrideSettings', () => {
  const override = (json: string) => overrideSettings(defaults, parse(json))

  it('replaces what is given, whole, and keeps the rest', () => {
    assert.deepEqual(override('{"ReadOnly": "moving", "GroupPermissions": {"*": {}}}'), {
      ...defaults,
      ReadOnly: 'moving',
      GroupPermissions: { '*': {} },
    })
    assert.deepEqual(override('{}'), defaults)
  })

  it('merges what is given as __merge', () => {
    const merged = override('{"GroupPermissions": {"__merge": {"*": {"read": false}}}}')
    const { GroupPermissions } = defaults
    assert.deepEqual(merged, {
      ...defaults,
      GroupPermissions: { ...GroupPermissions, '*': { ...GroupPermissions['*'], read: false } },
    })
  })

  it('changes one item of a list by its place', () => {
    const merged = override('{"ImplicitGroups": {"__merge": {"1": "helper", "3": "more"}}}')
    assert.deepEqual(merged.ImplicitGroups, ['*', 'helper', 'autoconfirmed', 'more'])
    const replaced = override('{"ImplicitGroups": {"__merge": ["helper"]}}')
    assert.deepEqual(replaced.ImplicitGroups, ['helper'])
  })

  it('refuses what the settings of a wiki would be refused for', () => {
    for (const [json, says] of mistakes) {
      const isThat = (error: unknown): boolean =>
        error instanceof SettingsError && says.test(error.message)
      assert.throws(() => override(json), isThat, json)
    }
    for (const json of [
      ...['[]', '"x"', 'null', '5'],
      ...['{"GroupPermissions": {"__merge": 5}}', '{"Nonsense": {"__merge": {}}}'],
    ]) {
      assert.throws(() => override(json), SettingsError, json)
    }
  })

  it('leaves everything as it was, however odd a name', () => {
    const before = JSON.stringify(defaults)
    override(
      '{"GroupPermissions": {"__merge": {"__proto__": {"read": true}, "*": {"read": false}}}}',
    )
    assert.equal(JSON.stringify(defaults), before)
    assert.equal(Object.hasOwn(Object.prototype, 'read'), false)
  })
})

/** Reads lines of two JSON values, and prints what PHP merges them to. */
const program = `
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $line) {
  [$base, $over] = json_decode($line, true);
  echo json_encode(array_replace_recursive($base, $over), JSON_FORCE_OBJECT), "\\n";
}`

const php = await findPhp('json')

describe('mergeDeep', () => {
  it('merges objects as PHP does', { skip: php.skip }, () => {
    const name = fc.constantFrom('a', 'b', 'c', 'read', '*')
    const { tree } = fc.letrec((tie) => ({
      leaf: fc.constantFrom(true, false, null, 0, 1, 'x', ''),
      branch: fc.dictionary(name, tie('tree'), { minKeys: 1, noNullPrototype: true }),
      tree: fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('branch')),
    }))
    const root = fc.dictionary(name, tree, { minKeys: 1, noNullPrototype: true })
    const samples = fc.sample(fc.tuple(root, root), { numRuns: 1000, seed: 1 })
    const lines = samples.map((sample) => JSON.stringify(sample)).join('\n')
    const { stdout } = spawnSync(php.command, ['-r', program], { input: `${lines}\n` })
    const answers = stdout.toString().trim().split('\n')
    assert.equal(answers.length, samples.length)
    for (const [index, [base, over]] of samples.entries()) {
      assert.equal(JSON.stringify(mergeDeep(base, over)), answers[index])
    }
  })
})
