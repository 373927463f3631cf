// What stands in one cell of the week: who holds a thing on a day, and how many are left at the busiest moment.
import type { EquipmentPlan } from '@regie/contract/planning-equipment'

export type CellHold = {
  readonly key: string
  readonly kind: 'use' | 'booking'
  readonly id: string
  readonly text: string
  readonly startsAt: string
  readonly endsAt: string
  readonly quantity: number
  readonly people: readonly string[]
}

export type DayCell = {
  readonly holds: readonly CellHold[]
  /** At the busiest moment of the day; below zero, so many are lacking. */
  readonly free: number
}

type Bounds = { readonly from: string; readonly until: string }

const holdsOf = ({ uses, bookings }: Pick<EquipmentPlan, 'uses' | 'bookings'>): CellHold[] => [
  ...uses.map((use) => ({
    ...{ key: `use ${use.workOrderId}`, kind: 'use' as const, id: use.workOrderId },
    ...{ text: `${use.title} · ${use.siteName}`, people: use.technicianNames },
    ...{ startsAt: use.startsAt, endsAt: use.endsAt, quantity: use.quantity },
  })),
  ...bookings.map((one) => ({
    ...{ key: `booking ${one.id}`, kind: 'booking' as const, id: one.id, text: one.label },
    people: one.technicianName ? [one.technicianName] : [],
    ...{ startsAt: one.startsAt, endsAt: one.endsAt, quantity: one.quantity },
  })),
]

/** Of one thing on one day, by the time of day. */
export const dayCell = (
  item: Pick<EquipmentPlan, 'uses' | 'bookings' | 'quantity'>,
  { from, until }: Bounds,
): DayCell => {
  const [first, last] = [Date.parse(from), Date.parse(until)]
  const holds = holdsOf(item)
    .filter(({ startsAt, endsAt }) => Date.parse(startsAt) < last && Date.parse(endsAt) > first)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  const moments = [first, ...holds.map(({ startsAt }) => Date.parse(startsAt))].filter(
    (moment) => moment >= first && moment < last,
  )
  const used = moments.map((moment) =>
    holds
      .filter((one) => Date.parse(one.startsAt) <= moment && Date.parse(one.endsAt) > moment)
      .reduce((sum, { quantity }) => sum + quantity, 0),
  )
  return { holds, free: item.quantity - Math.max(0, ...used) }
}
