import { figureOf } from './figures.ts'
import type { Turn } from './turn.ts'

/** Above this share of a core a driver cannot ask more, and a server not answer more. */
const busy = 0.9

/** What other programs may use of a core without being in the way. */
const quiet = 0.3

/** Who set the pace of some turns. */
export interface Pace {
  /** False if requests per second say nothing of the server: the driver or other programs held it up. */
  readonly isOfServer: boolean
  /** What is to be known of it. */
  readonly remark?: string
}

/** Finds out who set the pace; the first turn only warmed up. */
export function findPace(turns: readonly Turn[]): Pace {
  const shareOf = (share: (turn: Turn) => number) => figureOf(turns.map(share)).median
  const driver = shareOf((turn) => turn.driver)
  const server = shareOf((turn) => turn.server)
  const others = shareOf((turn) => turn.others)
  if (driver >= busy)
    return {
      isOfServer: false,
      remark: `was held up by the driver, which used ${percent(driver)} of a core`,
    }
  if (!(server < busy)) return { isOfServer: true }

  const used = `used ${percent(server)} of a core`
  if (others > quiet)
    return { isOfServer: false, remark: `${used}, and other programs ${percent(others)}` }
  return { isOfServer: true, remark: `${used}: it waited, as for the disk` }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
