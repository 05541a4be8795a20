import { Dice } from '../fuzz/dice.ts'
import { Browser } from './browser.ts'
import { Course } from './course.ts'
import { lookAround } from './look-around.ts'
import { type Operation, operations } from './operations.ts'
import { Scheduler } from './scheduler.ts'
import type { World } from './world.ts'

/**
 * Lets a few things happen at the same time in a world, in the order that a seed says, and says what
 * happened that must not.
 */
export async function runSchedule(
  world: World,
  seed: number,
  tell: (step: string) => void = () => undefined,
): Promise<readonly string[]> {
  const beginning = await world.begin()
  const { ledger, browsers } = beginning
  const dice = new Dice(seed)
  const scheduler = new Scheduler(dice)
  const course = new Course(world, { ...beginning, dice, tell })

  const happen = async (browser: Browser, operation: Operation): Promise<void> => {
    tell(`${browser.who} ${operation.name}`)
    const stop = (where: string): Promise<void> => {
      tell(`${browser.who} ${operation.name}: ${where}`)
      return scheduler.turn()
    }
    await operation.happen({
      ...{ dice, browser, browsers, clock: world.clock, stop, stores: course.stores(stop) },
      tokens: course.tokens.all,
      ask: (form) => course.ask(browser, form, stop),
    })
    ledger.noteTime(world.clock.now())
  }
  const tasks = Array.from({ length: 3 + dice.below(3) }, () => {
    const browser = dice.pick(browsers) ?? new Browser('nobody', '')
    const planned = dice.chance(50) ? [draw(dice)] : [draw(dice), draw(dice)]
    return async () => {
      for (const operation of planned) await happen(browser, operation)
    }
  })
  await scheduler.run(tasks)
  await lookAround(course, beginning)
  return ledger.breaches
}

/** Those that happen often are drawn often. */
function draw(dice: Dice): Operation {
  const [first] = operations
  let left = dice.below(operations.reduce((sum, { often }) => sum + often, 0))
  const drawn = operations.find(({ often }) => {
    left -= often
    return left < 0
  })
  return drawn ?? first
}
