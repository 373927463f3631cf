import { technicianKind } from '@regie/contract/workforce'
import { Link } from '@tanstack/react-router'
import { HardHat, Plus, SearchX } from 'lucide-react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { addDays } from '../../lib/time.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { useSkills, useTeams, useTechnicians } from '../api.ts'
import { TechnicianTable } from '../parts/technician-table.tsx'
import { NOTICE_DAYS } from '../validity.ts'
import { workforceWords } from '../words.ts'

const filterSchema = z.object({
  search: z.string().optional(),
  kind: technicianKind.optional(),
  team: z.string().optional(),
  skillId: z.string().optional(),
  expiring: z.boolean().optional(),
  archived: z.boolean().optional(),
})
type Filters = z.infer<typeof filterSchema>

export const TechnicianList = () => {
  const words = useWords(workforceWords)
  const clock = useClock()
  const mayWrite = useCan()('workforce.write')
  const [filters, setFilters] = useAddressState(filterSchema)
  const { search, kind, team, skillId, expiring, archived } = filters
  const pages = useTechnicians({
    search,
    kind,
    team,
    skillId,
    certificationsExpiringBy: expiring ? addDays(clock.today(), NOTICE_DAYS + 1) : undefined,
    archived: archived ? 'true' : 'false',
  })
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <>
      <PageHeader
        title={words.technicians}
        actions={
          mayWrite && (
            <Link to="/technicians/new" className={buttonClass({ tone: 'primary' })}>
              <Plus aria-hidden className="size-4" />
              {words.newTechnician}
            </Link>
          )
        }
      />
      <Page>
        <Card isFlush>
          <Filters filters={filters} setFilters={setFilters} />
          <TechnicianTable
            pages={pages}
            empty={
              isFiltered ? (
                <EmptyState icon={SearchX} title={words.noMatch} text={words.noMatchText} />
              ) : (
                <EmptyState icon={HardHat} title={words.none} text={words.noneText} />
              )
            }
          />
        </Card>
      </Page>
    </>
  )
}

const Filters = ({
  filters,
  setFilters,
}: {
  filters: Filters
  setFilters: (changes: Partial<Filters>) => void
}) => {
  const words = useWords(workforceWords)
  const { data: teams = [] } = useTeams()
  const { data: skills = [] } = useSkills()
  const all = (label: string) => ({ id: 'all', label })
  const orNone = (id: string) => (id === 'all' ? undefined : id)
  return (
    <FilterBar>
      <SearchField
        label={words.search}
        value={filters.search ?? ''}
        onChange={(search) => setFilters({ search })}
      />
      <Select
        label={words.kind}
        isLabelHidden
        className="min-w-36 flex-1 sm:max-w-40"
        value={filters.kind ?? 'all'}
        options={[
          all(words.allKinds),
          ...technicianKind.options.map((id) => ({ id, label: words.kinds[id] })),
        ]}
        onChange={(id) => setFilters({ kind: orNone(id) as Filters['kind'] })}
      />
      {teams.length > 0 && (
        <Select
          label={words.team}
          isLabelHidden
          className="min-w-36 flex-1 sm:max-w-44"
          value={filters.team ?? 'all'}
          options={[all(words.allTeams), ...teams.map((id) => ({ id, label: id }))]}
          onChange={(id) => setFilters({ team: orNone(id) })}
        />
      )}
      {skills.length > 0 && (
        <Select
          label={words.skills}
          isLabelHidden
          className="min-w-36 flex-1 sm:max-w-48"
          value={filters.skillId ?? 'all'}
          options={[all(words.allSkills), ...skills.map(({ id, name }) => ({ id, label: name }))]}
          onChange={(id) => setFilters({ skillId: orNone(id) })}
        />
      )}
      <Checkbox
        label={words.expiring}
        value={filters.expiring ?? false}
        onChange={(expiring) => setFilters({ expiring: expiring || undefined })}
      />
      <Checkbox
        label={words.archivedOnly}
        value={filters.archived ?? false}
        onChange={(archived) => setFilters({ archived: archived || undefined })}
      />
    </FilterBar>
  )
}
