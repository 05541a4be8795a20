import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSettings } from '../../settings/settings.ts'
import { allGroups, changeableGroups, explicitGroups, grantedRights, rightsOf } from './rights.ts'

const settings = readSettings({})

const small = readSettings({
  GroupPermissions: {
    one: { read: true, edit: true, move: false },
    two: { move: true, read: true, delete: true },
  },
  RevokePermissions: { three: { edit: true, delete: false } },
  AddGroups: { one: ['two'], two: true },
  RemoveGroups: { one: ['two', 'three'] },
  GroupsAddToSelf: { '*': ['one'] },
  GroupsRemoveFromSelf: { two: ['two'] },
})

describe('the rights of groups', () => {
  it('come in the order in which the groups give them, each once', () => {
    assert.deepEqual([...rightsOf(['one', 'two'], small)], ['read', 'edit', 'move', 'delete'])
    assert.deepEqual([...rightsOf(['two', 'one'], small)], ['move', 'read', 'delete', 'edit'])
  })

  it('are less what any group revokes', () => {
    assert.deepEqual([...rightsOf(['one', 'two', 'three'], small)], ['read', 'move', 'delete'])
  })

  it('are none for groups that there are not, whatever they are called', () => {
    for (const group of ['nonsense', '__proto__', 'constructor', 'toString'])
      assert.deepEqual([...rightsOf([group], settings)], [], group)
  })

  it('can be taken from nobody in particular', () => {
    const closed = readSettings({ GroupPermissions: { '*': { read: false } } })
    assert.equal(rightsOf(['*'], closed).has('read'), false)
    assert.equal(rightsOf(['*'], closed).has('edit'), true)
    assert.equal(rightsOf(['*', 'user'], closed).has('read'), true)
  })
})

describe('the rights that grants give', () => {
  it('are those of all of them', () => {
    const granted = grantedRights(['rollback', 'patrol', 'rollback'], settings)
    assert.deepEqual([...granted], ['rollback', 'patrol'])
  })

  it('are none for grants that there are not', () => {
    assert.deepEqual([...grantedRights([], settings)], [])
    assert.deepEqual([...grantedRights(['nonsense', '__proto__', 'constructor'], settings)], [])
  })
})

describe('the groups that somebody may change', () => {
  const none = { add: [], remove: [], addSelf: [], removeSelf: [] }

  it('are none for most', () => {
    assert.deepEqual(changeableGroups(['*', 'user'], new Set(['read']), settings), none)
  })

  it('are all but the implicit ones with the right to it', () => {
    const { add, remove, addSelf, removeSelf } = changeableGroups(
      ['bureaucrat'],
      new Set(['userrights']),
      settings,
    )
    assert.deepEqual(add, ['bot', 'sysop', 'interface-admin', 'bureaucrat', 'suppress'])
    assert.deepEqual([remove, addSelf, removeSelf], [add, [], []])
  })

  it('are those that the settings name for each of the groups', () => {
    assert.deepEqual(changeableGroups(['*', 'one'], new Set(), small), {
      ...none,
      ...{ add: ['two'], remove: ['two', 'three'], addSelf: ['one'] },
    })
    const all = explicitGroups(small)
    assert.ok(all.includes('three'))
    assert.deepEqual(changeableGroups(['one', 'two'], new Set(), small), {
      ...{ add: ['two', ...all.filter((group) => group !== 'two')], remove: ['two', 'three'] },
      ...{ addSelf: [], removeSelf: ['two'] },
    })
  })
})

describe('the groups of a wiki', () => {
  it('are those with or without rights, the implicit ones included or not', () => {
    assert.ok(allGroups(small).includes('*'))
    assert.ok(allGroups(small).includes('three'))
    for (const implicit of ['*', 'user', 'autoconfirmed'])
      assert.equal(explicitGroups(small).includes(implicit), false)
  })
})
