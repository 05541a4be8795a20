/** The units that a time can be moved by. */
type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year'

/** Whether a weekday can be today: not when it is the next one, or it can, or it belongs to a week. */
type WeekdayMeaning = 'no' | 'today' | 'in the week'

/**
 * A time while somebody tells it, piece by piece: what has been said of it, and how far from that it shall
 * be. Its methods answer whether that can be said; nobody may tell two dates or two times of the day.
 */
export class RelativeClock {
  readonly #now: Date
  #date: { readonly year?: number; readonly month?: number; readonly day?: number } | undefined
  #time: { readonly hour: number; readonly minute: number; readonly second: number } | undefined
  #zone: number | undefined
  #hasTime = false
  #hasUnix = false
  #edge: 'first' | 'last' | undefined
  #moves: Readonly<Record<Unit, number>> = {
    second: 0,
    minute: 0,
    hour: 0,
    day: 0,
    month: 0,
    year: 0,
  }
  #weekday: { readonly day: number; readonly stays: WeekdayMeaning } | undefined
  #weekdays = 0

  constructor(now: Date) {
    this.#now = now
  }

  get hasTime(): boolean {
    return this.#hasTime
  }

  /** Forgets the time of the day. */
  startDay(): true {
    this.#hasTime = false
    this.#time = { hour: 0, minute: 0, second: 0 }
    return true
  }

  setTime(hour: number, minute: number, second: number): boolean {
    if (this.#hasTime) return false
    this.#hasTime = true
    this.#time = { hour, minute, second }
    return true
  }

  setDate(year: number | undefined, month: number, day: number | undefined): boolean {
    if (this.#date !== undefined) return false
    this.#date = {
      month,
      ...(year !== undefined && { year }),
      ...(day !== undefined && { day }),
    }
    return true
  }

  setYear(year: number): true {
    this.#date = { ...this.#date, year }
    return true
  }

  setUnix(seconds: number): boolean {
    if (this.#hasUnix || this.#zone !== undefined) return false
    this.#hasUnix = true
    this.#date = { year: 1970, month: 1, day: 1 }
    this.#zone = 0
    return this.startDay() && this.move('second', seconds)
  }

  setZone(seconds: number): boolean {
    if (this.#zone !== undefined) return false
    this.#zone = seconds
    return true
  }

  /** The first or last day of the month that it comes to. */
  setEdge(edge: 'first' | 'last'): true {
    this.#edge = edge
    return true
  }

  move(unit: Unit, amount: number): true {
    this.#moves = { ...this.#moves, [unit]: this.#moves[unit] + amount }
    return true
  }

  /** So many days from today, whatever has been said of days before. */
  goDays(amount: number): true {
    this.#moves = { ...this.#moves, day: amount }
    return true
  }

  /** The Monday of another week, or the weekday that is told besides. */
  moveWeeks(amount: number): true {
    this.#weekday = { day: this.#weekday?.day ?? 1, stays: 'in the week' }
    return this.move('day', amount * 7)
  }

  /** Monday to Friday. */
  moveWeekdays(amount: number): true {
    this.#weekdays += amount
    return true
  }

  /** A weekday, today included. */
  setWeekday(day: number): true {
    const stays = this.#weekday?.stays === 'in the week' ? 'in the week' : 'today'
    this.#weekday = { day, stays }
    return true
  }

  /** So many of a weekday from now. */
  moveToWeekday(day: number, amount: number, stays: boolean): true {
    this.#weekday = { day, stays: stays ? 'today' : 'no' }
    return this.move('day', (amount > 0 ? amount - 1 : amount) * 7)
  }

  /** Turns what has been said so far into the past. */
  turnBack(): true {
    const entries = Object.entries(this.#moves).map(([unit, amount]) => [unit, -amount])
    this.#moves = { ...this.#moves, ...Object.fromEntries(entries) }
    this.#weekdays = -this.#weekdays
    if (this.#weekday !== undefined) {
      const { day, stays } = this.#weekday
      this.#weekday = { day: day === 0 ? -7 : -day, stays }
    }
    return true
  }

  /** The time that has been told, in seconds since 1970. */
  time(): number | undefined {
    const time = this.#startingPoint()
    this.#goToWeekday(time)
    const { year, month, day, hour, minute, second } = this.#moves
    const toMonth = this.#edge === 'last' ? month + 1 : month
    const toDay = { first: 1, last: 0, none: time.getUTCDate() + day }[this.#edge ?? 'none']
    time.setUTCFullYear(time.getUTCFullYear() + year, time.getUTCMonth() + toMonth, toDay)
    this.#goByWeekdays(time)

    const seconds = hour * 3600 + minute * 60 + second
    const result = time.getTime() / 1000 - (this.#zone ?? 0) + seconds
    return Number.isFinite(result) ? result : undefined
  }

  #startingPoint(): Date {
    const now = this.#now
    const { year, month, day } = this.#date ?? {}
    const midnight = { hour: 0, minute: 0, second: 0 }
    const present = {
      hour: now.getUTCHours(),
      minute: now.getUTCMinutes(),
      second: now.getUTCSeconds(),
    }
    const { hour, minute, second } = this.#time ?? (this.#date ? midnight : present)
    const time = new Date(0)
    const monthIndex = month === undefined ? now.getUTCMonth() : month - 1
    time.setUTCFullYear(year ?? now.getUTCFullYear(), monthIndex, day ?? now.getUTCDate())
    time.setUTCHours(hour, minute, second)
    return time
  }

  /** A day below zero is one to go back to: -1 a Monday, -7 a Sunday. */
  #goToWeekday(time: Date): void {
    if (this.#weekday === undefined) return

    const { day, stays } = this.#weekday
    const today = time.getUTCDay()
    const go = (days: number) => time.setUTCDate(time.getUTCDate() + days)
    // Weeks begin on Mondays here.
    if (stays === 'in the week') return void go(((day + 6) % 7) - ((today + 6) % 7))
    if (day < 0) return void go(-day - today - 7)

    const difference = day - today
    const isBehind = difference < 0 || (difference === 0 && stays === 'no' && this.#moves.day >= 0)
    go(isBehind ? difference + 7 : difference)
  }

  #goByWeekdays(time: Date): void {
    const step = Math.sign(this.#weekdays)
    // Whole weeks first, so that no amount takes long.
    const weeks = Math.trunc(this.#weekdays / 5)
    let left = Math.abs(this.#weekdays % 5)
    const isWeekend = () => time.getUTCDay() % 6 === 0
    if (this.#weekdays !== 0 && isWeekend() && left === 0) {
      left = 5
      time.setUTCDate(time.getUTCDate() + (weeks - step) * 7)
    } else {
      time.setUTCDate(time.getUTCDate() + weeks * 7)
    }
    while (left > 0 && !Number.isNaN(time.getTime())) {
      time.setUTCDate(time.getUTCDate() + step)
      if (!isWeekend()) left -= 1
    }
  }
}
