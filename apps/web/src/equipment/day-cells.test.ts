import { expect, test } from 'vitest'
import { dayCell } from './day-cells.ts'

const at = (time: string, date = '2026-11-23') => `${date}T${time}:00.000Z`
const use = (workOrderId: string, from: string, until: string) => ({
  ...{ workOrderId, equipmentId: 'lift', quantity: 1, reference: 'R', title: 'Pose' },
  ...{ siteName: 'Salle', technicianNames: ['Ana'], startsAt: from, endsAt: until },
})
const monday = { from: at('00:00'), until: at('00:00', '2026-11-24') }

test('counts what is left at the busiest moment of the day, in the order of the day', () => {
  const uses = [use('b', at('11:00'), at('13:00')), use('a', at('08:00'), at('12:00'))]
  const { holds, free } = dayCell({ uses, bookings: [], quantity: 3 }, monday)
  expect(holds.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(free).toBe(1)
})

test('knows what began before the day, and says how many are lacking', () => {
  const uses = [
    use('old', at('08:00', '2026-11-21'), at('09:00')),
    use('new', at('08:30'), at('10:00')),
  ]
  expect(dayCell({ uses, bookings: [], quantity: 1 }, monday).free).toBe(-1)
  const sunday = { from: at('00:00', '2026-11-22'), until: at('00:00') }
  expect(dayCell({ uses, bookings: [], quantity: 1 }, sunday).holds).toHaveLength(1)
})
