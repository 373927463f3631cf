// The six weeks around a month, and what of them is worth showing.
import type { BoardLoad, Load } from '@regie/contract/board-views'

export type LoadDay = BoardLoad['days'][number]

/** Weeks of seven days, without those that lie wholly outside the month. */
export const weeksOf = (days: readonly LoadDay[], month: string): LoadDay[][] => {
  const weeks: LoadDay[][] = []
  for (let at = 0; at < days.length; at += 7) weeks.push(days.slice(at, at + 7))
  return weeks.filter((week) => week.some(({ date }) => date.startsWith(month)))
}

export const sumLoads = (loads: readonly Load[]): Load =>
  loads.reduce(
    (sum, one) => ({
      plannedMinutes: sum.plannedMinutes + one.plannedMinutes,
      capacityMinutes: sum.capacityMinutes + one.capacityMinutes,
      visits: sum.visits + one.visits,
    }),
    { plannedMinutes: 0, capacityMinutes: 0, visits: 0 },
  )

/** 1 is all of the time at work; work on a day off is more than full; null: nothing planned, nobody works. */
export const shareOf = ({ plannedMinutes, capacityMinutes }: Load): number | null => {
  if (capacityMinutes > 0) return plannedMinutes / capacityMinutes
  return plannedMinutes > 0 ? Number.POSITIVE_INFINITY : null
}

/** Whole hours once there are many: nobody weighs a day of a hundred hours by the minute. */
export const rounded = (minutes: number): number =>
  minutes >= 600 ? Math.round(minutes / 60) * 60 : minutes

/** ISO week number of a Monday. */
export const weekNumber = (monday: string): number => {
  const thursday = Date.parse(`${monday}T00:00:00Z`) + 3 * 86_400_000
  const year = new Date(thursday).getUTCFullYear()
  return Math.floor((thursday - Date.UTC(year, 0, 1)) / 604_800_000) + 1
}
