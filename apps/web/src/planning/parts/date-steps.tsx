import { parseDate } from '@internationalized/date'
import { CalendarCheck, CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  Dialog,
  DialogTrigger,
  Heading,
} from 'react-aria-components'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useBoard } from '../board-context.tsx'
import { monthOf, shifted } from '../board-view.ts'
import { useHasYear, useToolbarRoom } from '../use-room.ts'
import { planningWords } from '../words.ts'

/** As the window has room: with the year, or only what tells it from the days beside. */
const useRangeText = (isShort: boolean): string => {
  const clock = useClock()
  const { first, last, isMonth, view, today } = useBoard()
  if (isMonth) return clock.date(monthOf(view.date ?? today), 'month')
  if (first !== last) return clock.days(first, last, !isShort)
  return isShort ? clock.date(first) : `${clock.date(first)} ${first.slice(0, 4)}`
}

const arrowClass = 'grid size-8 place-items-center rounded-control text-ink-2 hover:bg-sunken'

const DatePicker = () => {
  const words = useWords(planningWords)
  const text = useRangeText(!useHasYear())
  const { first, setView, isMonth, view, today } = useBoard()
  const shown = isMonth ? monthOf(view.date ?? today) : first
  return (
    <DialogTrigger>
      <AriaButton
        aria-label={`${words.goToDate}, ${text}`}
        className="nums inline-flex min-h-(--control) min-w-0 cursor-default items-center gap-2 rounded-control px-2 font-semibold hover:bg-sunken max-[819px]:flex-1 max-[819px]:justify-center"
      >
        <CalendarDays aria-hidden className="size-4 shrink-0 text-ink-2 max-[380px]:hidden" />
        <span className="truncate first-letter:uppercase">{text}</span>
      </AriaButton>
      <Popover>
        <Dialog aria-label={words.goToDate} className="p-3 outline-none">
          {({ close }) => (
            <Calendar
              aria-label={words.goToDate}
              firstDayOfWeek="mon"
              defaultFocusedValue={parseDate(shown)}
              onChange={(date) => {
                setView({ date: date.toString().slice(0, 10) })
                close()
              }}
            >
              <header className="mb-2 flex items-center justify-between">
                <AriaButton slot="previous" className={arrowClass}>
                  <ChevronLeft aria-hidden className="size-4" />
                </AriaButton>
                <Heading className="font-semibold first-letter:uppercase" />
                <AriaButton slot="next" className={arrowClass}>
                  <ChevronRight aria-hidden className="size-4" />
                </AriaButton>
              </header>
              <CalendarGrid weekdayStyle="short" className="border-separate border-spacing-0.5">
                {(date) => (
                  <CalendarCell
                    date={date}
                    className="nums grid size-8 cursor-default place-items-center rounded-control text-sm outline-none hover:bg-sunken data-focus-visible:outline-2 data-focus-visible:outline-focus data-outside-month:invisible data-today:font-bold data-today:text-accent"
                  />
                )}
              </CalendarGrid>
            </Calendar>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** Which days are shown, and the way to others. */
export const DateSteps = () => {
  const words = useWords(planningWords)
  const { view, today, setView } = useBoard()
  const turn = (by: number) => setView({ date: shifted(view, today, by) })
  const goToday = () => setView({ date: undefined })
  const room = useToolbarRoom()
  if (room === 'narrow')
    return (
      <div className="flex min-w-0 flex-1 items-center">
        <IconButton icon={ChevronLeft} label={words.previous} onPress={() => turn(-1)} />
        <DatePicker />
        <IconButton icon={ChevronRight} label={words.next} onPress={() => turn(1)} />
        <IconButton icon={CalendarCheck} label={words.today} onPress={goToday} />
      </div>
    )
  return (
    <div className="flex min-w-0 items-center">
      {room === 'wide' ? (
        <Button onPress={goToday} className="mr-1 px-3">
          {words.today}
        </Button>
      ) : (
        <IconButton icon={CalendarCheck} label={words.today} onPress={goToday} />
      )}
      <IconButton icon={ChevronLeft} label={words.previous} onPress={() => turn(-1)} />
      <IconButton icon={ChevronRight} label={words.next} onPress={() => turn(1)} />
      <DatePicker />
    </div>
  )
}
