// How full each day is for everybody shown, in percent; where nobody works there is nothing to say.
import { useMemo } from 'react'
import { useBoard } from './board-context.tsx'

export const useDayLoads = (): ReadonlyMap<string, number> => {
  const { technicians } = useBoard()
  return useMemo(() => {
    const sums = new Map<string, { planned: number; capacity: number }>()
    for (const { days } of technicians)
      for (const { date, plannedMinutes, capacityMinutes } of days) {
        const sum = sums.get(date) ?? { planned: 0, capacity: 0 }
        sum.planned += plannedMinutes
        sum.capacity += capacityMinutes
        sums.set(date, sum)
      }
    return new Map(
      [...sums]
        .filter(([, { capacity }]) => capacity > 0)
        .map(([date, { planned, capacity }]) => [date, Math.round((100 * planned) / capacity)]),
    )
  }, [technicians])
}
