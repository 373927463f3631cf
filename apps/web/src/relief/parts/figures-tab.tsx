import type { ReliefFigures } from '@regie/contract/relief-settings'
import { Gauge } from 'lucide-react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { addDays } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FigureTiles } from '../../ui/figure-tiles.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { useReliefFigures } from '../api.ts'
import { figuresWords } from '../figures-words.ts'
import { SpeedBar } from './speed-bar.tsx'

const schema = z.object({ from: z.string().optional(), until: z.string().optional() })

/** How quickly people answer, and how often what was announced changes afterwards. */
export const FiguresTab = () => {
  const words = useWords(figuresWords)
  const clock = useClock()
  const [chosen, choose] = useAddressState(schema)
  const until = chosen.until ?? clock.today()
  const from = chosen.from ?? addDays(until, -27)
  const isWrongWay = until < from
  return (
    <Page>
      <div className="flex flex-col gap-4 pt-4">
        <search className="flex flex-wrap items-end gap-3">
          <DateField
            label={words.from}
            value={from}
            error={isWrongWay ? words.wrongWay : undefined}
            onChange={(date) => choose({ from: date ?? undefined })}
          />
          <DateField
            label={words.until}
            value={until}
            onChange={(date) => choose({ until: date ?? undefined })}
          />
        </search>
        {!isWrongWay && <Found from={from} until={until} />}
      </div>
    </Page>
  )
}

const Found = ({ from, until }: { readonly from: string; readonly until: string }) => {
  const words = useWords(figuresWords)
  const clock = useClock()
  const read = useReliefFigures({
    from: clock.dayBounds(from).from,
    until: clock.dayBounds(until).until,
  })
  return (
    <Loaded read={read}>
      {(figures) =>
        figures.given + figures.assignments === 0 ? (
          <EmptyState icon={Gauge} title={words.none} text={words.noneText} />
        ) : (
          <>
            <Answers figures={figures} />
            <Changes figures={figures} />
          </>
        )
      }
    </Loaded>
  )
}

const Answers = ({ figures }: { readonly figures: ReliefFigures }) => {
  const words = useWords(figuresWords)
  const clock = useClock()
  const { given, accepted, declined, unanswered, medianSeconds, averageSeconds } = figures
  const long = (seconds: number | null): string => {
    if (seconds === null) return words.nothing
    return seconds < 60 ? `${seconds} s` : clock.duration(Math.round(seconds / 60))
  }
  const share = (count: number) => ({
    value: given === 0 ? words.nothing : `${Math.round((count / given) * 100)} %`,
    note: words.of(count, given),
  })
  return (
    <Card title={words.answers} description={words.answersText}>
      <div className="flex flex-col gap-4 pt-1">
        <FigureTiles
          figures={[
            { label: words.given, value: String(given) },
            { label: words.accepted, ...share(accepted) },
            { label: words.declined, ...share(declined) },
            { label: words.unanswered, ...share(unanswered) },
            { label: words.median, value: long(medianSeconds) },
            { label: words.average, value: long(averageSeconds) },
          ]}
        />
        <SpeedBar answers={figures.answers} />
      </div>
    </Card>
  )
}

const Changes = ({ figures }: { readonly figures: ReliefFigures }) => {
  const words = useWords(figuresWords)
  const { moved, reassigned, exchanged, removed } = figures
  return (
    <Card title={words.changes} description={words.changesText}>
      <div className="pt-1">
        <FigureTiles
          figures={[
            { label: words.allChanges, value: String(moved + reassigned + removed) },
            { label: words.moved, value: String(moved) },
            {
              ...{ label: words.reassigned, value: String(reassigned) },
              note: exchanged > 0 ? words.exchanged(exchanged) : '',
            },
            { label: words.removed, value: String(removed) },
          ]}
        />
      </div>
    </Card>
  )
}
