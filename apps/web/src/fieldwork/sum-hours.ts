// Sums of hours, for a person, a day or everybody.
import type { HoursLine } from '@regie/contract/field-hours'

export type Sums = {
  readonly planned: number
  readonly work: number
  readonly travel: number
  readonly pause: number
}

/** Whole minutes, rounded once at the end. */
export function sumHours(lines: readonly HoursLine[]): Sums {
  const minutes = (pick: (line: HoursLine) => number) =>
    Math.round(lines.reduce((sum, line) => sum + pick(line), 0) / 60)
  return {
    planned: minutes(({ plannedSeconds }) => plannedSeconds),
    work: minutes(({ workSeconds }) => workSeconds),
    travel: minutes(({ travelSeconds }) => travelSeconds),
    pause: minutes(({ pauseSeconds }) => pauseSeconds),
  }
}
