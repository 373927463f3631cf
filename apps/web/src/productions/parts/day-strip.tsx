import type { LocalDate } from '@regie/contract/kernel'
import { useEffect, useRef } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { productionWords } from '../words.ts'

type Props = {
  readonly days: readonly LocalDate[]
  readonly date: LocalDate
  readonly onChange: (date: LocalDate) => void
}

/** The days of a production in one line, which scrolls where there is no room; the chosen one is in sight. */
export const DayStrip = ({ days, date, onChange }: Props) => {
  const words = useWords(productionWords)
  const clock = useClock()
  const strip = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time another day is chosen
  useEffect(() => {
    const chosen = strip.current?.querySelector('[data-selected]')
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [date])
  return (
    <div ref={strip} className="relative max-w-full overflow-x-auto">
      <div className="w-max">
        <Segmented
          label={words.day}
          value={date}
          onChange={onChange}
          choices={[...new Set([...days, date])]
            .sort()
            .map((id) => ({ id, label: clock.date(id, 'medium') }))}
        />
      </div>
    </div>
  )
}
