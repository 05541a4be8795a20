import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { printTable } from './table.ts'

describe('printTable', () => {
  it('gives each key a column, as wide as what is in it', () => {
    const rows = [
      { id: 1, groups: ['bot', 'sysop'] },
      { id: 20, groups: [] },
      { id: 300, groups: null },
    ]
    assert.equal(printTable(rows), 'id   groups\n1    bot, sysop\n20   -\n300  -')
  })

  it('shows a terminal no command that somebody has put into a value', () => {
    const agent = 'Lynx\x1b[2J\x9b2J\r\n\u202ereversed'
    assert.equal(printTable([{ agent }]), 'agent\nLynx�[2J�2J���reversed')
  })
})
