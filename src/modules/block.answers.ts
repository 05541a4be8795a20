/** What is asked of `action=block`, one after the other, and what MediaWiki 1.39 then had in its tables. */
export interface BlockRecord {
  readonly form: Readonly<Record<string, string>>
  readonly config?: object
  /** The columns of `ipblocks` that tell one such row from another, for each row that there was then. */
  readonly rows: readonly Readonly<Record<string, string | number | null>>[]
  /** The restrictions: the number of the block, the type, the value. */
  readonly restrictions?: readonly (readonly [block: number, type: number, value: number])[]
  /** The type, the action and the parameters of the entry in the log. */
  readonly logged: readonly [type: string, action: string, params: string]
}

const account = {
  ...{ ipb_address: 'Alice', ipb_auto: 0, ipb_anon_only: 0, ipb_range_start: '' },
  ...{
    ipb_range_end: '',
    ipb_deleted: 0,
    ipb_parent_block_id: null,
    ipb_timestamp: '20260101120000',
  },
}
const last = {
  ...{ ipb_address: '203.0.113.90', ipb_auto: 1, ipb_anon_only: 0, ipb_enable_autoblock: 0 },
  ...{ ipb_range_start: 'CB00715A', ipb_range_end: 'CB00715A', ipb_deleted: 0, ipb_block_email: 0 },
  ...{ ipb_parent_block_id: 1 },
}
const mayHide = { GroupPermissions: { __merge: { sysop: { hideuser: true } } } }

/** Ten seconds lie between them. Alice last changed something from 203.0.113.90. */
export const blockRecords: readonly BlockRecord[] = [
  {
    form: { user: 'Alice', autoblock: '1', nocreate: '1', anononly: '1', expiry: '2099-01-01' },
    rows: [
      {
        ...account,
        ...{ ipb_create_account: 1, ipb_enable_autoblock: 1, ipb_expiry: '20990101000000' },
        ...{ ipb_block_email: 0, ipb_allow_usertalk: 0, ipb_sitewide: 1 },
      },
      {
        ...last,
        ...{ ipb_create_account: 1, ipb_expiry: '20260102120000', ipb_allow_usertalk: 0 },
        ...{ ipb_sitewide: 1, ipb_timestamp: '20260101120000' },
      },
    ],
    logged: [
      'block',
      'block',
      'a:3:{s:11:"5::duration";s:10:"2099-01-01";s:8:"6::flags";s:19:"nocreate,nousertalk";s:8:"sitewide";b:1;}',
    ],
  },
  {
    form: {
      ...{ user: 'Alice', reblock: '1', autoblock: '1', partial: '1', allowusertalk: '1' },
      ...{ namespacerestrictions: '0|4' },
    },
    rows: [
      {
        ...account,
        ...{ ipb_create_account: 0, ipb_enable_autoblock: 1, ipb_expiry: 'infinity' },
        ...{ ipb_block_email: 0, ipb_allow_usertalk: 1, ipb_sitewide: 0 },
      },
      {
        ...last,
        ...{ ipb_create_account: 0, ipb_expiry: '20260102120010', ipb_allow_usertalk: 1 },
        ...{ ipb_sitewide: 0, ipb_timestamp: '20260101120010' },
      },
    ],
    restrictions: [
      [1, 2, 0],
      [1, 2, 4],
      [2, 2, 0],
      [2, 2, 4],
    ],
    logged: [
      'block',
      'reblock',
      'a:4:{s:11:"5::duration";s:8:"infinity";s:8:"6::flags";s:0:"";s:8:"sitewide";b:0;s:15:"7::restrictions";a:1:{s:10:"namespaces";a:2:{i:0;i:0;i:1;i:4;}}}',
    ],
  },
  {
    form: { user: 'Alice', reblock: '1', noemail: '1', expiry: '1 hour' },
    rows: [
      {
        ...account,
        ...{ ipb_create_account: 0, ipb_enable_autoblock: 0, ipb_expiry: '20260101130020' },
        ...{ ipb_block_email: 1, ipb_allow_usertalk: 0, ipb_sitewide: 1 },
      },
    ],
    logged: [
      'block',
      'reblock',
      'a:3:{s:11:"5::duration";s:6:"1 hour";s:8:"6::flags";s:30:"noautoblock,noemail,nousertalk";s:8:"sitewide";b:1;}',
    ],
  },
  {
    form: { user: 'Alice', reblock: '1', hidename: '1' },
    config: mayHide,
    rows: [
      {
        ...account,
        ...{ ipb_create_account: 0, ipb_enable_autoblock: 0, ipb_expiry: 'infinity' },
        ...{ ipb_block_email: 0, ipb_allow_usertalk: 0, ipb_sitewide: 1, ipb_deleted: 1 },
      },
    ],
    logged: [
      'suppress',
      'reblock',
      'a:3:{s:11:"5::duration";s:8:"infinity";s:8:"6::flags";s:33:"noautoblock,nousertalk,hiddenname";s:8:"sitewide";b:1;}',
    ],
  },
  {
    form: { user: '203.0.113.7/24', anononly: '1', allowusertalk: '1', expiry: '2099-01-01' },
    rows: [
      {
        ...{ ipb_address: '203.0.113.0/24', ipb_user: 0, ipb_anon_only: 1, ipb_allow_usertalk: 1 },
        ...{ ipb_range_start: 'CB007100', ipb_range_end: 'CB0071FF', ipb_create_account: 0 },
      },
    ],
    logged: [
      'block',
      'block',
      'a:3:{s:11:"5::duration";s:10:"2099-01-01";s:8:"6::flags";s:8:"anononly";s:8:"sitewide";b:1;}',
    ],
  },
  {
    form: { user: '2001:db8::7', noemail: '1', expiry: '2099-01-01' },
    rows: [
      {
        ...{ ipb_address: '2001:DB8:0:0:0:0:0:7', ipb_user: 0, ipb_anon_only: 0 },
        ...{ ipb_block_email: 1, ipb_range_start: 'v6-20010DB8000000000000000000000007' },
      },
    ],
    logged: [
      'block',
      'block',
      'a:3:{s:11:"5::duration";s:10:"2099-01-01";s:8:"6::flags";s:18:"noemail,nousertalk";s:8:"sitewide";b:1;}',
    ],
  },
]
