import { recurrenceText } from '@regie/contract/recurrence-sentence'
import { Link } from '@tanstack/react-router'
import { Repeat } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { useSeriesOfWorkOrder } from '../series-api.ts'
import { seriesWords } from '../series-words.ts'

/** The series that a work order comes from; nothing where there is none. */
export const SeriesOfWork = ({ workOrderId }: { readonly workOrderId: string }) => {
  const words = useWords(seriesWords)
  const { language } = useLanguage()
  const clock = useClock()
  const { data } = useSeriesOfWorkOrder(workOrderId)
  if (!data?.series || !data.visit) return null
  const { series, visit } = data
  return (
    <Card title={words.partOf}>
      <p className="flex flex-wrap items-center gap-2">
        <Repeat aria-hidden className="size-4 text-ink-3" />
        <Link to={`/series/${series.id}`} className="text-accent hover:underline">
          {series.contractName} · {series.work.title}
        </Link>
        {visit.exception && <Badge tone="violet">{words.exceptions[visit.exception]}</Badge>}
      </p>
      <p className="mt-1 text-ink-2">{recurrenceText(language, series.rule)}</p>
      {visit.on !== visit.occursOn && (
        <p className="mt-1 text-ink-2">{words.movedFrom(clock.date(visit.occursOn, 'long'))}</p>
      )}
    </Card>
  )
}
