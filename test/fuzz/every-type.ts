import { defineModule } from '../../src/modules/module.ts'

const user = { type: 'user', forms: ['name', 'ip', 'cidr', 'interwiki', 'id'] } as const

/** A module with parameters of every type, as embedding programs can have them: it tells what it read. */
export const everyType = defineModule({
  name: 'everytype',
  summary: { en: 'Tells what it read.' },
  params: {
    flag: { type: 'boolean' },
    expiry: { type: 'expiry', longest: '6 months' },
    expiries: { type: 'expiry', multi: true },
    group: { type: 'group' },
    groups: { type: 'group', multi: true, all: true },
    integer: { type: 'integer', min: -5, max: 5 },
    integers: { type: 'integer', multi: true, enforceRange: true, min: 0 },
    limit: { type: 'limit', max: 50, highMax: 500 },
    namespaces: { type: 'namespace', multi: true, extraNamespaces: [-1, -2] },
    short: { type: 'string', maxChars: 5, maxBytes: 10 },
    tags: { type: 'tags' },
    time: { type: 'timestamp' },
    times: { type: 'timestamp', multi: true, duplicates: true },
    title: { type: 'title' },
    page: { type: 'title', mustExist: true },
    titles: { type: 'title', multi: true },
    file: { type: 'upload' },
    user,
    users: { ...user, multi: true },
    words: { type: ['one', 'two', 'three'], multi: true, all: true, deprecatedValues: ['two'] },
    '{words}-count': { type: 'integer', template: { words: 'words' } },
    '{users}-since': { type: 'timestamp', template: { users: 'users' }, deprecated: true },
  },
  answer: ({ params }) =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        value === undefined ? null : tell(value),
      ]),
    ),
})

function tell(value: unknown): string {
  return Array.isArray(value) ? value.map(tell).join(', ') : String(value)
}
