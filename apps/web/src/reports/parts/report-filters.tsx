import { localDate } from '@regie/contract/kernel'
import { outcomeKind } from '@regie/contract/report-content'
import { reportState } from '@regie/contract/reports'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { ClientField, SiteField, useSite } from '../../clients/index.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TechnicianField } from '../../workforce/index.ts'
import { officeReportWords } from '../office-words.ts'
import { reportWords } from '../words.ts'

const id = z.uuid().optional()
export const reportFilters = z.object({
  view: z.literal('unsigned').optional(),
  search: z.string().optional(),
  state: reportState.or(z.enum(['all', 'ending'])).optional(),
  outcome: outcomeKind.optional(),
  from: localDate.optional(),
  until: localDate.optional(),
  clientId: id,
  siteId: id,
  assetId: id,
  technicianId: id,
  workOrderId: id,
})
export type ReportFilters = z.infer<typeof reportFilters>

type Props = {
  readonly filters: ReportFilters
  readonly onChange: (changes: Partial<ReportFilters>) => void
}

const more = ['outcome', 'from', 'until', 'clientId', 'siteId', 'assetId', 'technicianId'] as const

/** Search and state in sight; by client, site, asset, technician, outcome and date one press away. */
export const ReportFilterBar = ({ filters, onChange }: Props) => {
  const words = useWords(reportWords)
  const office = useWords(officeReportWords)
  const count = more.filter((key) => filters[key] !== undefined).length
  const [isOpen, setOpen] = useState(count > 0)
  return (
    <FilterBar>
      <SearchField
        label={words.search}
        value={filters.search ?? ''}
        onChange={(search) => onChange({ search })}
      />
      <Select
        label={words.state}
        isLabelHidden
        className="min-w-36"
        value={filters.state ?? 'sealed'}
        options={[
          { id: 'all' as const, label: words.allStates },
          ...reportState.options.map((one) => ({ id: one, label: words.states[one] })),
          { id: 'ending' as const, label: office.ending },
        ]}
        onChange={(state) => onChange({ state })}
      />
      <Button
        icon={SlidersHorizontal}
        aria-expanded={isOpen}
        onPress={() => setOpen((was) => !was)}
      >
        {count ? `${office.filters} (${count})` : office.filters}
      </Button>
      {isOpen && <More filters={filters} onChange={onChange} />}
    </FilterBar>
  )
}

const More = ({ filters, onChange }: Props) => {
  const words = useWords(reportWords)
  const office = useWords(officeReportWords)
  return (
    <div className="grid w-full grid-cols-1 gap-3 pb-1 sm:grid-cols-2 lg:grid-cols-4">
      <ClientField
        label={office.client}
        value={filters.clientId ?? null}
        onChange={(clientId) => onChange({ clientId: clientId ?? undefined })}
      />
      <SiteField
        label={office.site}
        value={filters.siteId ?? null}
        onChange={(siteId) => onChange({ siteId: siteId ?? undefined, assetId: undefined })}
      />
      <AssetSelect filters={filters} onChange={onChange} />
      <TechnicianField
        label={office.technician}
        value={filters.technicianId ?? null}
        onChange={(technicianId) => onChange({ technicianId: technicianId ?? undefined })}
      />
      <Select
        label={words.outcome}
        value={filters.outcome ?? 'all'}
        options={[
          { id: 'all' as const, label: words.allOutcomes },
          ...outcomeKind.options.map((one) => ({ id: one, label: words.outcomes[one] })),
        ]}
        onChange={(one) => onChange({ outcome: one === 'all' ? undefined : one })}
      />
      <DateField
        label={words.from}
        value={filters.from ?? null}
        onChange={(from) => onChange({ from: from ?? undefined })}
      />
      <DateField
        label={words.until}
        value={filters.until ?? null}
        onChange={(until) => onChange({ until: until ?? undefined })}
      />
      <Button
        className="self-end justify-self-start"
        onPress={() => onChange(Object.fromEntries(more.map((key) => [key, undefined])))}
      >
        {office.clear}
      </Button>
    </div>
  )
}

/** An asset belongs to a site: that one is chosen first. */
const AssetSelect = ({ filters, onChange }: Props) => {
  const office = useWords(officeReportWords)
  const { data } = useSite(filters.siteId ?? null)
  const assets = filters.siteId ? (data?.assets ?? []) : []
  return (
    <Select
      label={office.asset}
      isDisabled={assets.length === 0}
      value={filters.assetId ?? 'all'}
      options={[
        { id: 'all', label: office.allAssets },
        ...assets.map((asset) => ({ id: asset.id, label: asset.name })),
      ]}
      onChange={(one) => onChange({ assetId: one === 'all' ? undefined : one })}
    />
  )
}
