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

/** The first week of a month is named under its bar; not the first of all, where the next name would cover it. */
const isNewMonth = (weeks: readonly WeekLoad[], index: number): boolean =>
  index > 0 && weeks[index]?.monday.slice(0, 7) !== weeks[index - 1]?.monday.slice(0, 7)

/** Bars of each week under the line of what is available; the table below says the same. */
const Chart = ({ load }: { load: Load }) => {
  const words = useWords(campaignWords)
  const clock = useClock()
  const most = Math.max(60, ...load.weeks.map((one) => Math.max(asked(one), one.availableMinutes)))
  const height = (minutes: number) => `${(100 * minutes) / most}%`
  return (
    <div className="p-4">
      <p aria-hidden className="mb-1 text-ink-2 text-xs">
        {words.perWeek(clock.duration(most))}
      </p>
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
      <div aria-hidden className="mt-1 flex gap-px text-ink-2 text-xs sm:gap-0.5">
        {load.weeks.map(({ monday }, index) => (
          <span key={monday} className="relative h-4 min-w-0 flex-1">
            {isNewMonth(load.weeks, index) && (
              <span className="absolute whitespace-nowrap first-letter:uppercase">
                {clock.date(monday, 'monthShort')}
              </span>
            )}
          </span>
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
  const hours = (minutes: number) => (
    <span className="whitespace-nowrap">{minutes === 0 ? '—' : clock.duration(minutes)}</span>
  )
  const columns: Column<WeekLoad>[] = [
    {
      id: 'week',
      header: words.week,
      isMain: true,
      cell: ({ monday }) => clock.date(monday, 'dated'),
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
        <span
          className={clsx(
            'whitespace-nowrap',
            asked(one) > one.availableMinutes && 'font-semibold text-bad',
          )}
        >
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
