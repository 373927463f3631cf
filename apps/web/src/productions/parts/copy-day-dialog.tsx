import type { LocalDate } from '@regie/contract/kernel'
import type { Production } from '@regie/contract/productions'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { addDays } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useCopyDay } from '../api.ts'
import { productionWords } from '../words.ts'

type Props = {
  readonly production: Production
  readonly date: LocalDate
  readonly onClose: () => void
}
const MOST_DAYS = 60

/** Repeats the phases of a day on the days of a range. */
export const CopyDayDialog = ({ production, date, onClose }: Props) => {
  const words = useWords(productionWords)
  const clock = useClock()
  const copy = useCopyDay()
  const next = addDays(date, 1)
  const [first, setFirst] = useState<LocalDate | null>(next)
  const [last, setLast] = useState<LocalDate | null>(next)
  const count = production.phases.filter(({ startsAt }) => clock.dateOf(startsAt) === date).length
  const dates: LocalDate[] = []
  for (let day = first; day && last && day <= last && dates.length < MOST_DAYS; )
    day = addDays(dates[dates.push(day) - 1] ?? day, 1)
  return (
    <Dialog
      title={words.copyDay}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            tone="primary"
            isDisabled={dates.length === 0 || count === 0}
            isPending={copy.isPending}
            onPress={() =>
              void copy
                .actAsync({
                  params: { projectId: production.project.id },
                  body: { from: date, to: dates },
                })
                .then(onClose, () => {})
            }
          >
            {words.copy} · {words.allDays(dates.length)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {copy.error && <ProblemNote problem={copy.error} />}
        <p className="text-ink-2">{words.copyDayText(clock.date(date, 'medium'), count)}</p>
        <div className="grid grid-cols-2 gap-3">
          <DateField label={words.firstDate} value={first} onChange={setFirst} />
          <DateField label={words.lastDate} value={last} onChange={setLast} />
        </div>
      </div>
    </Dialog>
  )
}
