import { type PromiseState, promiseState } from '@regie/contract/portal-office'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { addDays } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { useFigures, usePromises } from '../api.ts'
import { portalWords } from '../words.ts'
import { Figures } from './figures.tsx'
import { PromiseTable } from './promise-table.tsx'

const schema = z.object({
  from: z.string().optional(),
  until: z.string().optional(),
  state: promiseState.optional(),
  search: z.string().optional(),
})

/** The ledger of a stretch of days, with the figures that are counted from it. */
export const PromisesTab = () => {
  const words = useWords(portalWords)
  const today = useClock().today()
  const [chosen, choose] = useAddressState(schema)
  const from = chosen.from ?? addDays(today, -28)
  const until = chosen.until ?? addDays(today, 14)
  const { state, search } = chosen
  const figures = useFigures({ from, until })
  const pages = usePromises({ from, until, state, search })
  return (
    <Page>
      <div className="flex flex-col gap-4 pt-4">
        {figures.data && <Figures figures={figures.data} />}
        <Card isFlush>
          <FilterBar>
            <SearchField
              label={words.search}
              value={search ?? ''}
              onChange={(text) => choose({ search: text || undefined })}
            />
            <DateField
              label={words.from}
              value={from}
              onChange={(date) => choose({ from: date ?? undefined })}
            />
            <DateField
              label={words.until}
              value={until}
              onChange={(date) => choose({ until: date ?? undefined })}
            />
            <Select<PromiseState | 'any'>
              label={words.state}
              value={state ?? 'any'}
              options={[
                { id: 'any', label: words.anyState },
                ...promiseState.options.map((id) => ({ id, label: words.states[id] })),
              ]}
              onChange={(id) => choose({ state: id === 'any' || id === null ? undefined : id })}
            />
          </FilterBar>
          <PromiseTable pages={pages} />
        </Card>
      </div>
    </Page>
  )
}
