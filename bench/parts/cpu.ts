import { readdirSync, readFileSync } from 'node:fs'

/** How long processes have kept the processor busy so far, with all their threads; NaN where there is no /proc. */
export function cpuMicroseconds(pids: readonly number[]): number {
  const times = pids.map((pid) => {
    const [utime, stime] = statOf(pid).slice(11, 13).map(Number)
    return ((utime ?? Number.NaN) + (stime ?? Number.NaN)) * microsecondsPerTick
  })
  return times.reduce((sum, time) => sum + time, 0)
}

/** How much memory a process has, in megabytes; NaN where there is no /proc. */
export function memoryMegabytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`)) ?? []
  return Number(kilobytes) / 1024
}

/** All processes of this machine that run programs of these names. */
export function findProcesses(programs: RegExp): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && programs.test(read(`/proc/${name}/comm`)))
    .map(Number)
}

// USER_HZ, which Linux has had at 100 for every architecture that Node runs on.
const microsecondsPerTick = 10_000

/** The fields of /proc/PID/stat behind the program's name, which may have spaces and parentheses in it. */
function statOf(pid: number): readonly string[] {
  const stat = read(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // There is no /proc, or that process has ended.
    return ''
  }
}
