import { ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components'

const arrowClass = 'grid size-8 place-items-center rounded-control text-ink-2 hover:bg-sunken'

/** The month inside a date field's popover; takes its value from the field around it. */
export const CalendarSheet = () => (
  <Calendar firstDayOfWeek="mon">
    <header className="mb-2 flex items-center justify-between">
      <Button slot="previous" className={arrowClass}>
        <ChevronLeft aria-hidden className="size-4" />
      </Button>
      <Heading className="font-semibold first-letter:uppercase" />
      <Button slot="next" className={arrowClass}>
        <ChevronRight aria-hidden className="size-4" />
      </Button>
    </header>
    <CalendarGrid weekdayStyle="short" className="border-separate border-spacing-0.5">
      <CalendarGridHeader>
        {(day) => (
          <CalendarHeaderCell className="size-8 font-normal text-ink-3 text-xs">
            {day}
          </CalendarHeaderCell>
        )}
      </CalendarGridHeader>
      <CalendarGridBody>
        {(date) => (
          <CalendarCell
            date={date}
            className="nums grid size-8 cursor-default place-items-center rounded-control text-sm outline-none hover:bg-sunken data-disabled:opacity-40 data-focus-visible:outline-2 data-focus-visible:outline-focus data-outside-month:invisible data-selected:bg-accent data-selected:text-on-accent data-today:font-bold data-today:not-data-selected:text-accent field:size-11"
          />
        )}
      </CalendarGridBody>
    </CalendarGrid>
  </Calendar>
)
