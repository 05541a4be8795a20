import { readdirSync, readFileSync } from 'node:fs'

/* What Linux tells of processes under /proc; elsewhere everything that is asked here is NaN or nobody. */

// USER_HZ, which Linux has had at 100 for every architecture that Node runs on.
const microsecondsPerTick = 10_000

/** How long processes have kept the processor busy so far, with all their threads. */
export function cpuMicroseconds(pids: readonly number[]): number {
  return sum(pids.map((pid) => sum(timesOf(pid).slice(0, 2)))) * microsecondsPerTick
}

/**
 * How long all other programs have kept the processor busy so far: others than this one, and than those
 * that it started and has seen end.
 */
export function othersMicroseconds(): number {
  const [, user, nice, system, , , irq, softirq, steal] = read('/proc/stat').split(/\s+/, 9)
  const machine = sum([user, nice, system, irq, softirq, steal].map(Number))
  return (machine - sum(timesOf(process.pid))) * microsecondsPerTick
}

/** How much memory a process has, in megabytes. */
export function memoryMegabytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`)) ?? []
  return Number(kilobytes) / 1024
}

/** All processes of this machine that run programs of these names. */
export function findProcesses(programs: RegExp): readonly number[] {
  return allProcesses().filter((pid) => programs.test(read(`/proc/${pid}/comm`)))
}

/** A process and those that it started itself. */
export function withChildren(pid: number): readonly number[] {
  return [pid, ...allProcesses().filter((other) => Number(statOf(other)[1]) === pid)]
}

function allProcesses(): readonly number[] {
  return list('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

/** Its ticks as itself and for the kernel, then those of its children that have ended. */
function timesOf(pid: number): readonly number[] {
  const times = statOf(pid).slice(11, 15).map(Number)
  return times.length > 0 ? times : [Number.NaN]
}

/** The fields of /proc/PID/stat behind the program's name, which may have spaces and parentheses in it. */
function statOf(pid: number): readonly string[] {
  const stat = read(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // There is no /proc.
    return []
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // There is no /proc, or that process has ended.
    return ''
  }
}
