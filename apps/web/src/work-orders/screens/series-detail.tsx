import { recurrenceText } from '@regie/contract/recurrence-sentence'
import type { Series } from '@regie/contract/series'
import { Link } from '@tanstack/react-router'
import { CircleStop, Ellipsis, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { addDays } from '../../lib/time.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { VisitTable } from '../parts/visit-table.tsx'
import { useEndSeries, useSeries, useVisits } from '../series-api.ts'
import { seriesWords } from '../series-words.ts'
import { workOrderWords } from '../words.ts'

export const SeriesDetail = () => {
  const seriesId = useParam('seriesId')
  return <Loaded read={useSeries(seriesId)}>{(series) => <Sheet series={series} />}</Loaded>
}

const Sheet = ({ series }: { series: Series }) => {
  const words = useWords(seriesWords)
  const mayWrite = useCan()('work-orders.write')
  const [isEnding, setEnding] = useState(false)
  return (
    <>
      <PageHeader
        title={series.work.title}
        path={[
          { label: words.contracts, to: '/contracts' },
          { label: series.contractName, to: `/contracts/${series.contractId}` },
        ]}
        description={[series.siteName, series.siteCity].filter(Boolean).join(' · ')}
        actions={
          mayWrite && (
            <>
              <Menu label={words.more} trigger={<IconButton icon={Ellipsis} label={words.more} />}>
                <MenuItem icon={CircleStop} tone="danger" onAction={() => setEnding(true)}>
                  {words.end}
                </MenuItem>
              </Menu>
              <Link to={`/series/${series.id}/edit`} className={buttonClass({})}>
                <Pencil aria-hidden className="size-4" />
                {words.edit}
              </Link>
            </>
          )
        }
      />
      <Page>
        <Facts series={series} />
        <Visits series={series} />
      </Page>
      {isEnding && <EndDialog series={series} onClose={() => setEnding(false)} />}
    </>
  )
}

const Facts = ({ series }: { series: Series }) => {
  const words = useWords(seriesWords)
  const own = useWords(workOrderWords)
  const clock = useClock()
  const { language } = useLanguage()
  return (
    <Card title={words.summary}>
      <p className="mb-3">{recurrenceText(language, series.rule)}</p>
      <KeyValues
        items={[
          { label: words.client, value: series.clientName },
          { label: own.duration, value: clock.duration(series.work.durationMinutes) },
          { label: words.preferred, value: series.preferredTechnicianName },
          {
            label: words.nextVisit,
            value: series.nextVisitOn && clock.date(series.nextVisitOn, 'long'),
          },
          ...(series.alsatian ? [{ label: words.holidays, value: words.alsatian }] : []),
        ]}
      />
    </Card>
  )
}

const ranges = { past: [-365, 0], months3: [0, 92], months12: [0, 365] } as const
type Range = keyof typeof ranges

const Visits = ({ series }: { series: Series }) => {
  const words = useWords(seriesWords)
  const clock = useClock()
  const isFar =
    series.nextVisitOn !== null && series.nextVisitOn > addDays(clock.today(), ranges.months3[1])
  const [range, setRange] = useState<Range>(isFar ? 'months12' : 'months3')
  const [from, until] = ranges[range].map((days) => addDays(clock.today(), days)) as [
    string,
    string,
  ]
  const { data } = useVisits(series.id, from, until)
  const visits = data?.items ?? []
  return (
    <Card
      title={words.visits}
      isFlush
      actions={
        <Segmented
          label={words.visitsOf}
          value={range}
          choices={[
            { id: 'past', label: words.past },
            { id: 'months3', label: words.rangeMonths(3) },
            { id: 'months12', label: words.rangeMonths(12) },
          ]}
          onChange={setRange}
        />
      }
    >
      <VisitTable
        visits={range === 'past' ? visits.toReversed() : visits}
        seasons={series.rule.seasons.map(({ name }) => name)}
      />
    </Card>
  )
}

const EndDialog = ({ series, onClose }: { series: Series; onClose: () => void }) => {
  const words = useWords(seriesWords)
  const clock = useClock()
  const [on, setOn] = useState<string | null>(clock.today())
  const [reason, setReason] = useState('')
  const { actAsync: end } = useEndSeries()
  const { id, version } = series
  return (
    <ConfirmDialog
      title={words.endSeriesTitle}
      confirm={words.end}
      isOpen
      onClose={onClose}
      onConfirm={() => end({ params: { seriesId: id }, body: { version, on: on ?? '', reason } })}
    >
      <p>{words.endText}</p>
      <DateField label={words.on} value={on} onChange={setOn} />
      <TextField label={words.reason} isOptional value={reason} onChange={setReason} />
    </ConfirmDialog>
  )
}
