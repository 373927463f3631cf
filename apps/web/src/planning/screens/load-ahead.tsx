import type { LoadAhead as Load, WeekLoad } from '@regie/contract/load-ahead'
import { clsx } from 'clsx'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useLoadAhead } from '../api-campaigns.ts'
import { campaignWords } from '../campaign-words.ts'

const filterSchema = z.object({
  skillId: z.string().optional(),
  territory: z.string().optional(),
  weeks: z.enum(['13', '26', '52']).optional(),
})

/** Hours asked for against hours at work in the coming months, with what series will add. */
export const LoadAhead = () => {
  const words = useWords(campaignWords)
  const [{ skillId, territory, weeks = '52' }, setFilters] = useAddressState(filterSchema)
  return (
    <>
      <PageHeader title={words.load} description={words.loadText} />
      <Page>
        <Loaded read={useLoadAhead({ skillId, territory, weeks })}>
          {(load) => (
            <>
              <Card isFlush>
                <FilterBar>
                  <Segmented
                    label={words.period}
                    value={weeks}
                    choices={(['13', '26', '52'] as const).map((id) => ({
                      id,
                      label: words.months(Math.round(Number(id) / 4.33)),
                    }))}
                    onChange={(value) => setFilters({ weeks: value })}
                  />
                  <Select
                    label={words.skill}
                    isLabelHidden
                    value={skillId ?? ''}
                    options={[
                      { id: '', label: words.allSkills },
                      ...load.skills.map(({ id, name }) => ({ id, label: name })),
                    ]}
                    onChange={(id) => setFilters({ skillId: id || undefined })}
                  />
                  <Select
                    label={words.territory}
                    isLabelHidden
                    value={territory ?? ''}
                    options={[
                      { id: '', label: words.allTerritories },
                      ...load.territories.map((id) => ({ id, label: id })),
                    ]}
                    onChange={(id) => setFilters({ territory: id || undefined })}
                  />
                  <span className="text-ink-2">{words.people(load.technicians)}</span>
                </FilterBar>
                <Chart load={load} />
              </Card>
              <Undated load={load} />
              <WeekTable weeks={load.weeks} />
            </>
          )}
        </Loaded>
      </Page>
    </>
  )
}

const Undated = ({ load }: { load: Load }) => {
  const words = useWords(campaignWords)
  const clock = useClock()
  if (load.undatedMinutes === 0) return null
  return <Note title={words.undated(clock.duration(load.undatedMinutes))} />
}

const asked = ({ askedMinutes, seriesMinutes }: WeekLoad): number => askedMinutes + seriesMinutes

/** Bars of each week under the line of what is available; the table below says the same. */
const Chart = ({ load }: { load: Load }) => {
  const words = useWords(campaignWords)
  const clock = useClock()
  const most = Math.max(60, ...load.weeks.map((one) => Math.max(asked(one), one.availableMinutes)))
  const height = (minutes: number) => `${(100 * minutes) / most}%`
  return (
    <div className="p-4">
      <div aria-hidden className="flex h-56 items-end gap-px sm:gap-0.5">
        {load.weeks.map((week) => (
          <div
            key={week.monday}
            className="relative flex h-full min-w-0 flex-1 flex-col justify-end bg-sunken"
            title={words.weekText(
              clock.date(week.monday, 'short'),
              clock.duration(asked(week)),
              clock.duration(week.availableMinutes),
            )}
          >
            <div className="bg-info opacity-50" style={{ height: height(week.seriesMinutes) }} />
            <div
              className={asked(week) > week.availableMinutes ? 'bg-bad' : 'bg-accent'}
              style={{ height: height(week.askedMinutes) }}
            />
            <div
              className="absolute inset-x-0 border-ink border-t-2"
              style={{ bottom: height(week.availableMinutes) }}
            />
          </div>
        ))}
      </div>
      <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-ink-2 text-sm">
        {[
          ['bg-accent', words.asked],
          ['bg-bad', `${words.asked}, ${words.over}`],
          ['bg-info opacity-50', words.added],
          ['h-0.5 bg-ink', words.available],
        ].map(([look, text]) => (
          <li key={text} className="flex items-center gap-1.5">
            <span
              aria-hidden
              className={clsx('inline-block w-3', look, !look?.includes('h-') && 'h-3')}
            />
            {text}
          </li>
        ))}
      </ul>
    </div>
  )
}

const WeekTable = ({ weeks }: { weeks: readonly WeekLoad[] }) => {
  const words = useWords(campaignWords)
  const clock = useClock()
  const hours = (minutes: number) => (minutes === 0 ? '—' : clock.duration(minutes))
  const columns: Column<WeekLoad>[] = [
    {
      id: 'week',
      header: words.week,
      isMain: true,
      cell: ({ monday }) => clock.date(monday, 'long'),
    },
    {
      id: 'available',
      header: words.available,
      from: 'sm',
      width: '9rem',
      align: 'end',
      cell: (one) => hours(one.availableMinutes),
    },
    {
      id: 'asked',
      header: words.asked,
      width: '8rem',
      align: 'end',
      cell: (one) => hours(one.askedMinutes),
    },
    {
      id: 'added',
      header: words.added,
      from: 'sm',
      width: '11rem',
      align: 'end',
      cell: (one) => hours(one.seriesMinutes),
    },
    {
      id: 'use',
      header: words.use,
      width: '6rem',
      align: 'end',
      cell: (one) => (
        <span className={asked(one) > one.availableMinutes ? 'font-semibold text-bad' : ''}>
          {one.availableMinutes === 0
            ? '—'
            : `${Math.round((100 * asked(one)) / one.availableMinutes)} %`}
        </span>
      ),
    },
  ]
  return (
    <Card isFlush>
      <Table
        label={words.load}
        rows={weeks}
        columns={columns}
        rowKey={({ monday }) => monday}
        empty={null}
      />
    </Card>
  )
}
