import { ask, type Load } from './load.ts'
import { percentile } from './median.ts'
import { cpuMicroseconds, othersMicroseconds } from './processes.ts'
import type { Server } from './server-process.ts'

/** What one server did in one turn. */
export interface Turn {
  /** Answers per second. */
  readonly rate: number
  /** CPU time per answer, in microseconds. */
  readonly cpu: number
  /** Milliseconds until the answer came: of the median, and of the last in a hundred. */
  readonly p50: number
  readonly p99: number
  /** The share of one core that the driver used, and the server, and all other programs together. */
  readonly driver: number
  readonly server: number
  readonly others: number
}

/** Puts a load on a server for a turn, and looks what it did with it. */
export async function takeTurn({ port, pids }: Server, load: Omit<Load, 'port'>): Promise<Turn> {
  const before = {
    server: cpuMicroseconds(pids()),
    driver: process.cpuUsage(),
    // The server is another program, too.
    others: othersMicroseconds(),
  }
  const { answers, seconds, milliseconds } = await ask({ port, ...load })
  const server = cpuMicroseconds(pids()) - before.server
  const others = othersMicroseconds() - before.others - server
  const { user, system } = process.cpuUsage(before.driver)
  return {
    rate: answers / seconds,
    cpu: server / answers,
    p50: percentile(milliseconds, 50),
    p99: percentile(milliseconds, 99),
    driver: (user + system) / 1e6 / seconds,
    server: server / 1e6 / seconds,
    others: others / 1e6 / seconds,
  }
}
