import assert from 'node:assert/strict'
import { Socket } from 'node:net'
import { describe, it } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Connection } from './connection.ts'

describe('Connection', () => {
  it('is certain of a first request, and of the next once the turn of the first has ended', async () => {
    const connection = new Connection(new Socket())
    assert.equal(connection.begin(), true)
    connection.end()
    await nextTurn()
    assert.equal(connection.begin(), true)
  })

  it('is not certain of a request that comes in the turn in which another was answered', () => {
    const connection = new Connection(new Socket())
    connection.begin()
    connection.end()
    assert.equal(connection.begin(), false)
  })

  it('is not certain of a request that comes while another is not answered', async () => {
    const connection = new Connection(new Socket())
    connection.begin()
    await nextTurn()
    assert.equal(connection.begin(), false)
    connection.end()
    await nextTurn()
    assert.equal(connection.begin(), false)
    connection.end()
    connection.end()
    await nextTurn()
    assert.equal(connection.begin(), true)
  })

  it('is certain of nothing while there are too many of them', async () => {
    const ends = Array.from({ length: 1000 }, () => new Socket())
    const connections = ends.map((end) => new Connection(end))
    assert.equal(connections[0]?.begin(), false)
    for (const end of ends.slice(500)) end.emit('close')
    assert.equal(connections[1]?.begin(), true)
  })
})
