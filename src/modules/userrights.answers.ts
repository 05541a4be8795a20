/** A request to change groups, and the parameters of the log entry that it led to. */
interface Change {
  readonly form: Readonly<Record<string, string>>
  readonly config?: object
  readonly logged?: string
}

const forEver = 'a:1:{s:6:"expiry";N;}'
const until = (digits: string): string => `a:1:{s:6:"expiry";s:14:"${digits}";}`
const editors = { GroupPermissions: { __merge: { editors: { edit: true } } } }

/** What MediaWiki 1.39 was asked to change, one after the other, and what it wrote into its log then, if anything. */
// biome-ignore format: a table
export const changes: readonly Change[] = [
  { form: { add: 'sysop|bot' },
    logged: `a:4:{s:12:"4::oldgroups";a:0:{}s:12:"5::newgroups";a:2:{i:0;s:5:"sysop";i:1;s:3:"bot";}s:11:"oldmetadata";a:0:{}s:11:"newmetadata";a:2:{i:0;${forEver}i:1;${forEver}}}` },
  { form: { add: 'sysop|bot' } },
  { form: { add: 'bot|interface-admin|sysop' },
    logged: `a:4:{s:12:"4::oldgroups";a:2:{i:0;s:3:"bot";i:1;s:5:"sysop";}s:12:"5::newgroups";a:3:{i:0;s:3:"bot";i:1;s:5:"sysop";i:2;s:15:"interface-admin";}s:11:"oldmetadata";a:2:{i:0;${forEver}i:1;${forEver}}s:11:"newmetadata";a:3:{i:0;${forEver}i:1;${forEver}i:2;${forEver}}}` },
  { form: { remove: 'bot|suppress|sysop|bot', reason: 'Enough' },
    logged: `a:4:{s:12:"4::oldgroups";a:3:{i:0;s:3:"bot";i:1;s:15:"interface-admin";i:2;s:5:"sysop";}s:12:"5::newgroups";a:1:{i:1;s:15:"interface-admin";}s:11:"oldmetadata";a:3:{i:0;${forEver}i:1;${forEver}i:2;${forEver}}s:11:"newmetadata";a:1:{i:1;${forEver}}}` },
  { form: { add: 'bot|suppress|sysop', remove: 'interface-admin' },
    logged: `a:4:{s:12:"4::oldgroups";a:1:{i:0;s:15:"interface-admin";}s:12:"5::newgroups";a:3:{i:0;s:3:"bot";i:1;s:8:"suppress";i:2;s:5:"sysop";}s:11:"oldmetadata";a:1:{i:0;${forEver}}s:11:"newmetadata";a:3:{i:0;${forEver}i:1;${forEver}i:2;${forEver}}}` },
  { form: { add: 'bot', remove: 'bot' },
    logged: `a:4:{s:12:"4::oldgroups";a:3:{i:0;s:3:"bot";i:1;s:8:"suppress";i:2;s:5:"sysop";}s:12:"5::newgroups";a:3:{i:0;s:8:"suppress";i:1;s:5:"sysop";i:2;s:3:"bot";}s:11:"oldmetadata";a:3:{i:0;${forEver}i:1;${forEver}i:2;${forEver}}s:11:"newmetadata";a:3:{i:0;${forEver}i:1;${forEver}i:2;${forEver}}}` },
  { form: { remove: 'suppress|sysop' },
    logged: `a:4:{s:12:"4::oldgroups";a:3:{i:0;s:3:"bot";i:1;s:8:"suppress";i:2;s:5:"sysop";}s:12:"5::newgroups";a:1:{i:0;s:3:"bot";}s:11:"oldmetadata";a:3:{i:0;${forEver}i:1;${forEver}i:2;${forEver}}s:11:"newmetadata";a:1:{i:0;${forEver}}}` },
  { form: { add: 'bot', expiry: '2099-01-01T00:00:00Z' },
    logged: `a:4:{s:12:"4::oldgroups";a:1:{i:0;s:3:"bot";}s:12:"5::newgroups";a:1:{i:0;s:3:"bot";}s:11:"oldmetadata";a:1:{i:0;${forEver}}s:11:"newmetadata";a:1:{i:0;${until('20990101000000')}}}` },
  { form: { add: 'bot', expiry: '2099-01-01T00:00:00Z' } },
  { form: { add: 'bot|sysop', expiry: '20980203040506|infinity' },
    logged: `a:4:{s:12:"4::oldgroups";a:1:{i:0;s:3:"bot";}s:12:"5::newgroups";a:2:{i:0;s:3:"bot";i:2;s:5:"sysop";}s:11:"oldmetadata";a:1:{i:0;${until('20990101000000')}}s:11:"newmetadata";a:2:{i:0;${until('20980203040506')}i:2;${forEver}}}` },
  { form: { add: 'bot|sysop', expiry: '2098-02-03T04:05:06Z' },
    logged: `a:4:{s:12:"4::oldgroups";a:2:{i:0;s:3:"bot";i:1;s:5:"sysop";}s:12:"5::newgroups";a:2:{i:0;s:3:"bot";i:1;s:5:"sysop";}s:11:"oldmetadata";a:2:{i:0;${until('20980203040506')}i:1;${forEver}}s:11:"newmetadata";a:2:{i:0;${until('20980203040506')}i:1;${until('20980203040506')}}}` },
  { form: { add: 'editors', remove: 'bot' }, config: editors,
    logged: `a:4:{s:12:"4::oldgroups";a:2:{i:0;s:3:"bot";i:1;s:5:"sysop";}s:12:"5::newgroups";a:2:{i:0;s:5:"sysop";i:1;s:7:"editors";}s:11:"oldmetadata";a:2:{i:0;${until('20980203040506')}i:1;${until('20980203040506')}}s:11:"newmetadata";a:2:{i:0;${until('20980203040506')}i:1;${forEver}}}` },
  // A wish that changes nothing numbers the groups anew all the same.
  { form: { add: 'sysop', expiry: '2098-02-03T04:05:06Z', remove: 'editors' }, config: editors,
    logged: `a:4:{s:12:"4::oldgroups";a:2:{i:0;s:7:"editors";i:1;s:5:"sysop";}s:12:"5::newgroups";a:1:{i:0;s:5:"sysop";}s:11:"oldmetadata";a:2:{i:0;${forEver}i:1;${until('20980203040506')}}s:11:"newmetadata";a:1:{i:0;${until('20980203040506')}}}` },
]
