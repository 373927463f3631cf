import { category, type Template } from '@regie/contract/catalog'
import { Link, useNavigate } from '@tanstack/react-router'
import { LayoutTemplate, Plus, SearchX } from 'lucide-react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { SkillList } from '../../workforce/index.ts'
import { useTemplates } from '../api.ts'
import { catalogWords, categoryWords } from '../words.ts'
import { PriorityMark } from './priority-mark.tsx'

const filterSchema = z.object({
  search: z.string().optional(),
  category: category.optional(),
  archived: z.boolean().optional(),
})

export const TemplateTab = () => {
  const words = useWords(catalogWords)
  const categories = useWords(categoryWords)
  const navigate = useNavigate()
  const mayWrite = useCan()('catalog.write')
  const columns = useColumns()
  const [filters, setFilters] = useAddressState(filterSchema)
  const pages = useTemplates({ ...filters, archived: filters.archived ? 'true' : 'false' })
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <>
      <FilterBar>
        <SearchField
          label={words.search}
          value={filters.search ?? ''}
          onChange={(search) => setFilters({ search })}
        />
        <Select
          label={words.category}
          isLabelHidden
          className="min-w-36 flex-1 sm:max-w-48"
          value={filters.category ?? 'all'}
          options={[
            { id: 'all' as const, label: words.allCategories },
            ...category.options.map((id) => ({ id, label: categories[id] })),
          ]}
          onChange={(id) => setFilters({ category: id === 'all' ? undefined : id })}
        />
        <Checkbox
          label={words.archivedOnly}
          value={filters.archived ?? false}
          onChange={(archived) => setFilters({ archived: archived || undefined })}
        />
        {mayWrite && (
          <Link
            to="/catalog/templates/new"
            className={`${buttonClass({ tone: 'primary' })} ml-auto`}
          >
            <Plus aria-hidden className="size-4" />
            {words.newTemplate}
          </Link>
        )}
      </FilterBar>
      <Table
        label={words.templates}
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/catalog/templates/${id}` })}
        empty={
          isFiltered ? (
            <EmptyState icon={SearchX} title={words.noMatch} text={words.noMatchText} />
          ) : (
            <EmptyState
              icon={LayoutTemplate}
              title={words.noTemplates}
              text={words.noTemplatesText}
            />
          )
        }
      />
    </>
  )
}

const useColumns = (): Column<Template>[] => {
  const words = useWords(catalogWords)
  const categories = useWords(categoryWords)
  const clock = useClock()
  const people = ({ positions }: Template) =>
    positions.reduce((sum, { headcount }) => sum + headcount, 0) || 1
  return [
    {
      id: 'name',
      header: words.name,
      cell: (template) => (
        <RowLink
          to={`/catalog/templates/${template.id}`}
          detail={[template.nature, categories[template.category]].filter(Boolean).join(' · ')}
        >
          {template.name}
        </RowLink>
      ),
    },
    {
      id: 'priority',
      header: words.priority,
      from: 'sm',
      width: '11rem',
      cell: ({ priorityId }) => <PriorityMark priorityId={priorityId} />,
    },
    {
      id: 'skills',
      header: words.skills,
      from: 'lg',
      cell: ({ skills }) => <SkillList skills={skills} limit={2} />,
    },
    {
      id: 'people',
      header: words.headcount,
      from: 'md',
      align: 'end',
      width: '7rem',
      cell: (template) => people(template),
    },
    {
      id: 'duration',
      header: words.duration,
      align: 'end',
      width: '7rem',
      cell: ({ durationMinutes }) => clock.duration(durationMinutes),
    },
  ]
}
