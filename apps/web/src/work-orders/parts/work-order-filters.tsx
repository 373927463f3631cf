import { category } from '@regie/contract/catalog'
import { categoryWords, usePriorities } from '../../catalog/index.ts'
import { SiteField } from '../../clients/index.ts'
import { useWords } from '../../lib/language.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import type { WorkOrderFilters } from '../filters.ts'
import { workOrderWords } from '../words.ts'
import { ProjectField } from './project-field.tsx'

type Props = {
  readonly filters: WorkOrderFilters
  readonly onChange: (changes: Partial<WorkOrderFilters>) => void
}

export const WorkOrderFilterBar = ({ filters, onChange }: Props) => {
  const words = useWords(workOrderWords)
  const categories = useWords(categoryWords)
  const { data: priorities = [] } = usePriorities()
  return (
    <FilterBar>
      <SearchField
        label={words.search}
        value={filters.search ?? ''}
        onChange={(search) => onChange({ search })}
      />
      <Select
        label={words.category}
        isLabelHidden
        className="min-w-36 flex-1 sm:max-w-44"
        value={filters.category ?? 'all'}
        options={[
          { id: 'all' as const, label: words.allCategories },
          ...category.options.map((id) => ({ id, label: categories[id] })),
        ]}
        onChange={(id) => onChange({ category: id === 'all' ? undefined : id })}
      />
      <Select
        label={words.priority}
        isLabelHidden
        className="min-w-36 flex-1 sm:max-w-44"
        value={filters.priorityId ?? 'all'}
        options={[
          { id: 'all', label: words.allPriorities },
          ...priorities.map(({ id, name, colour }) => ({ id, label: name, colour })),
        ]}
        onChange={(id) => onChange({ priorityId: id === 'all' ? undefined : id })}
      />
      <ProjectField
        label={words.project}
        isLabelHidden
        isOptional
        className="min-w-36 flex-1 sm:max-w-48"
        value={filters.projectId ?? null}
        onChange={(id) => onChange({ projectId: id ?? undefined })}
      />
      {filters.siteId && (
        <SiteField
          label={words.site}
          isLabelHidden
          isOptional
          className="min-w-36 flex-1 sm:max-w-48"
          value={filters.siteId}
          onChange={(id) => onChange({ siteId: id ?? undefined })}
        />
      )}
      <Checkbox
        label={words.withGaps}
        value={filters.gaps ?? false}
        onChange={(gaps) => onChange({ gaps: gaps || undefined })}
      />
      <span className="sm:ml-auto">
        <Segmented
          label={words.sort}
          choices={[
            { id: 'recent', label: words.recent },
            { id: 'urgent', label: words.urgent },
          ]}
          value={filters.sort ?? 'recent'}
          onChange={(sort) => onChange({ sort: sort === 'recent' ? undefined : sort })}
        />
      </span>
    </FilterBar>
  )
}
