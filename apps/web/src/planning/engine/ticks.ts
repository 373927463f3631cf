// The marks of the time axis, on the hours the wall clock shows.
import { isSecondTime, wallMinutes } from './days.ts'
import { type BoardDay, HOUR, MINUTE } from './model.ts'
import type { TimeScale } from './time-scale.ts'

export type Tick = {
  readonly at: number
  readonly x: number
  /** Minutes since midnight on the wall. */
  readonly minutes: number
  /** The hour that comes twice, for the second time. */
  readonly again: boolean
  readonly labelled: boolean
  /** Only the hour fits. */
  readonly short: boolean
}

const STEPS = [5, 15, 30, 60, 120, 180, 240, 360, 720] as const
/** Room for `12:00`, and for `12` where there is less. */
const LABEL_PX = 46
const SHORT_LABEL_PX = 22
const LINE_PX = 12

/** The smallest step of minutes that leaves `px` between two marks. */
const stepFor = (pxPerMs: number, px: number): number =>
  STEPS.find((step) => step * MINUTE * pxPerMs >= px) ?? 1440

const quantum = (step: number) => Math.min(step, 60) * MINUTE

const ticksOfDay = (
  day: BoardDay,
  x: number,
  steps: {
    readonly line: number
    readonly label: number
    readonly pxPerMs: number
    readonly short: boolean
  },
): Tick[] => {
  const ticks: Tick[] = []
  const size = quantum(steps.line)
  const room = (steps.short ? SHORT_LABEL_PX : LABEL_PX) - 6
  const first = day.from + Math.ceil((day.opens - day.from) / size) * size
  for (let at = first; at < day.closes; at += size) {
    const minutes = wallMinutes(day, at)
    if (minutes % steps.line !== 0) continue
    ticks.push({
      at,
      x: x + (at - day.opens) * steps.pxPerMs,
      minutes,
      again: isSecondTime(day, at),
      // The last hours of a day would be written over the next day's first.
      labelled: minutes % steps.label === 0 && (day.closes - at) * steps.pxPerMs >= room,
      short: steps.short,
    })
  }
  return ticks
}

/** All marks of the scale, left to right; lines are denser than labels. */
export const makeTicks = (scale: TimeScale): readonly Tick[] => {
  const short = scale.pxPerMs * HOUR < LABEL_PX
  const steps = {
    line: stepFor(scale.pxPerMs, LINE_PX),
    label: Math.max(short ? 60 : 0, stepFor(scale.pxPerMs, short ? SHORT_LABEL_PX : LABEL_PX)),
    pxPerMs: scale.pxPerMs,
    short,
  }
  return scale.segments.flatMap(({ day, x }) => ticksOfDay(day, x, steps))
}

/** Length of a day in whole hours, 24 but for the two nights of the year. */
export const hoursOf = (day: BoardDay): number => Math.round((day.until - day.from) / HOUR)
