// A week of one's own hours, with the network or without: the server's list as it was last read, and over it what this
// phone holds, told or not.
import type { HoursLine } from '@regie/contract/field-hours'
import { lineOf } from '@regie/contract/hours-line'
import { useEffect, useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useSession } from '../../lib/session.tsx'
import { addDays, daysFrom } from '../../lib/time.ts'
import { useHours } from '../api-hours.ts'
import { useNow } from '../use-now.ts'
import type { Book } from './database.ts'
import type { PhoneStop } from './overlay.ts'
import { usePhoneStore, useStops } from './phone.tsx'

const WEEKS_KEPT = 6

type Kept = Extract<Book, { key: `hours ${string}` }>
type Key = Kept['key']

/** What is kept of that week; renewed whenever the server answers. Undefined: being looked for. */
function useKeptHours(from: string, fresh: readonly HoursLine[] | undefined) {
  const { db } = usePhoneStore()
  const [kept, setKept] = useState<Kept | null | undefined>(undefined)
  const key: Key = `hours ${from}`
  useEffect(() => {
    let isOver = false
    const settle = async () => {
      if (fresh) {
        const book: Kept = { key, hours: fresh, keptAt: new Date().toISOString() }
        await db.books.put(book)
        const all = await db.books.where('key').startsWith('hours ').primaryKeys()
        await db.books.bulkDelete(all.toSorted().slice(0, -WEEKS_KEPT))
      }
      const book = await db.books.get(key)
      if (!isOver) setKept(book && 'hours' in book ? book : null)
    }
    void settle().catch(() => !isOver && setKept(null))
    return () => {
      isOver = true
    }
  }, [db, key, fresh])
  return kept?.key === key ? kept : kept === null ? null : undefined
}

/** `keptAt`: when the list was read, if it could not be read now. */
export function useOwnHours(from: string) {
  const clock = useClock()
  const { member, user } = useSession()
  const { stops } = useStops()
  const now = useNow()
  const { data, error, isPlaceholderData } = useHours(from, addDays(from, 6))
  const fresh = error || isPlaceholderData ? undefined : data?.items
  const kept = useKeptHours(from, fresh)
  const held = (stops ?? []).filter(
    ({ state, goneAt }) => goneAt === null && state !== 'declined' && state !== 'withdrawn',
  )
  const days = daysFrom(from, 7).map((date) => ({ date, ...clock.dayBounds(date) }))
  const who = { technicianId: member.technicianId ?? '', technicianName: user.name, team: '' }
  const own = held.flatMap((stop) =>
    days.flatMap(
      (day) =>
        lineOf({ ...who, ...plannedOf(stop) }, stop.work, {
          day,
          now: new Date(now).toISOString(),
        }) ?? [],
    ),
  )
  const list = fresh ?? kept?.hours
  const isHere = new Set(held.map(({ id }) => id))
  const items = [...(list ?? []).filter((line) => !isHere.has(line.assignmentId)), ...own]
  return {
    items: items.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))),
    isPending: !error && !fresh && kept === undefined,
    keptAt: error && kept ? kept.keptAt : null,
    isPartial: error !== null && kept === null && own.length > 0,
    isMissing: error !== null && kept === null && own.length === 0,
  }
}

const plannedOf = ({ id, workOrderId, reference, title, site, startsAt, endsAt }: PhoneStop) => ({
  ...{ assignmentId: id, workOrderId, reference, title, startsAt, endsAt },
  siteName: site.name,
})

const keyOf = ({ date, firstAt, reference }: HoursLine): string =>
  `${date} ${firstAt ?? '~'} ${reference}`
