import type { Booking } from '@regie/contract/equipment'
import type { LocalDate } from '@regie/contract/kernel'
import type { EquipmentPlan } from '@regie/contract/planning-equipment'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { CalendarClock, TriangleAlert } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { type CellHold, dayCell } from '../day-cells.ts'
import { kindIcons } from '../kind-icons.ts'
import { equipmentWords } from '../words.ts'

type Props = {
  readonly items: readonly EquipmentPlan[]
  readonly days: readonly LocalDate[]
  readonly onItem: (item: EquipmentPlan) => void
  readonly onBooking: (booking: Booking) => void
}

/** Who has what on which day of a week, and how many are left; scrolls sideways where it is narrow. */
export const WeekGrid = ({ items, days, onItem, onBooking }: Props) => {
  const words = useWords(equipmentWords)
  const clock = useClock()
  const today = clock.today()
  return (
    <section aria-label={words.title} className="overflow-x-auto" tabIndex={-1}>
      <table className="w-full min-w-[64rem] table-fixed border-collapse text-left">
        <thead>
          <tr className="border-line border-b text-[0.8125rem] text-ink-2">
            <th
              scope="col"
              className="sticky left-0 z-10 w-36 bg-surface px-4 py-2 font-medium sm:w-60"
            >
              {words.item}
            </th>
            {days.map((date) => (
              <th
                key={date}
                scope="col"
                className={clsx(
                  'border-line border-l px-2 py-2 font-medium first-letter:uppercase',
                  date === today && 'text-accent-ink',
                )}
              >
                {clock.date(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} className="border-line border-b align-top last:border-b-0">
              <Head item={item} onItem={onItem} />
              {days.map((date) => (
                <Cell key={date} item={item} date={date} onBooking={onBooking} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Head = ({ item, onItem }: { item: EquipmentPlan; onItem: Props['onItem'] }) => {
  const words = useWords(equipmentWords)
  const Icon = kindIcons[item.kind]
  return (
    <th scope="row" className="sticky left-0 z-10 bg-surface px-4 py-2 font-normal">
      <button
        type="button"
        onClick={() => onItem(item)}
        className="flex w-full cursor-default items-start gap-2 rounded text-left hover:underline"
      >
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-2" />
        <span className="min-w-0">
          <span className="block font-medium">
            <span className="sr-only">{words.edit} </span>
            {item.name}
          </span>
          <span className="block text-[0.8125rem] text-ink-2">
            {[
              words.kinds[item.kind],
              item.quantity > 1 && `× ${item.quantity}`,
              item.technicianName && words.ownOf(item.technicianName),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </button>
    </th>
  )
}

type CellProps = {
  readonly item: EquipmentPlan
  readonly date: LocalDate
  readonly onBooking: Props['onBooking']
}

const Cell = ({ item, date, onBooking }: CellProps) => {
  const words = useWords(equipmentWords)
  const clock = useClock()
  const { holds, free } = dayCell(item, clock.dayBounds(date))
  return (
    <td className={clsx('border-line border-l px-1.5 py-1.5', free < 0 && 'bg-bad-soft')}>
      <div className="flex flex-col gap-1">
        {holds.length > 0 && (
          <p
            className={clsx(
              'flex items-center gap-1 px-0.5 text-xs',
              free < 0 ? 'font-medium text-bad' : 'text-ink-2',
            )}
          >
            {free < 0 && <TriangleAlert aria-hidden className="size-3.5 shrink-0" />}
            {free < 0 ? words.lacking(-free) : words.free(free, item.quantity)}
          </p>
        )}
        {holds.map((hold) => (
          <Hold key={hold.key} hold={hold} item={item} onBooking={onBooking} />
        ))}
      </div>
    </td>
  )
}

type HoldProps = {
  readonly hold: CellHold
  readonly item: EquipmentPlan
  readonly onBooking: Props['onBooking']
}

const holdClass =
  'block w-full cursor-default rounded-control border px-1.5 py-1 text-left text-xs leading-4 hover:border-ink-3'

const Hold = ({ hold, item, onBooking }: HoldProps) => {
  const words = useWords(equipmentWords)
  const clock = useClock()
  const body = (
    <>
      <span className="nums flex items-center gap-1 text-ink-2">
        {hold.kind === 'booking' && (
          <CalendarClock aria-label={words.booking} className="size-3.5 shrink-0" />
        )}
        {clock.range(hold.startsAt, hold.endsAt)}
        {hold.quantity > 1 && <span className="font-medium"> × {hold.quantity}</span>}
      </span>
      <span className="block truncate font-medium" title={hold.text}>
        {hold.text}
      </span>
      {hold.people.length > 0 && (
        <span className="block truncate text-ink-2">{hold.people.join(', ')}</span>
      )}
    </>
  )
  if (hold.kind === 'use')
    return (
      <Link
        to={`/work-orders/${hold.id}`}
        className={clsx(holdClass, 'border-accent/40 bg-accent-soft')}
      >
        {body}
      </Link>
    )
  return (
    <button
      type="button"
      onClick={() => {
        const booking = item.bookings.find(({ id }) => id === hold.id)
        if (booking) onBooking(booking)
      }}
      className={clsx(holdClass, 'border-warn/40 border-dashed bg-warn-soft')}
    >
      {body}
    </button>
  )
}
