import type { Project } from '@regie/contract/work-orders'
import { useNavigate } from '@tanstack/react-router'
import { FolderKanban, Plus, SearchX } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useProjects } from '../api.ts'
import { ProjectDrawer } from '../parts/project-drawer.tsx'
import { workOrderWords } from '../words.ts'

const filterSchema = z.object({ search: z.string().optional(), archived: z.boolean().optional() })

export const ProjectList = () => {
  const words = useWords(workOrderWords)
  const navigate = useNavigate()
  const mayWrite = useCan()('work-orders.write')
  const [{ search, archived }, setFilters] = useAddressState(filterSchema)
  const [isAdding, setAdding] = useState(false)
  const pages = useProjects({ search, archived: archived ? 'true' : 'false' })
  const open = ({ id }: { id: string }) => void navigate({ to: `/projects/${id}` })
  return (
    <>
      <PageHeader
        title={words.projects}
        actions={
          mayWrite && (
            <Button tone="primary" icon={Plus} onPress={() => setAdding(true)}>
              {words.newProject}
            </Button>
          )
        }
      />
      <Page>
        <Card isFlush>
          <FilterBar>
            <SearchField
              label={words.searchProjects}
              value={search ?? ''}
              onChange={(text) => setFilters({ search: text })}
            />
            <Checkbox
              label={words.archivedOnly}
              value={archived ?? false}
              onChange={(value) => setFilters({ archived: value || undefined })}
            />
          </FilterBar>
          <Table
            label={words.projects}
            pages={pages}
            columns={useColumns()}
            rowKey={({ id }) => id}
            onOpen={open}
            empty={
              search || archived ? (
                <EmptyState icon={SearchX} title={words.noMatch} text={words.noMatchText} />
              ) : (
                <EmptyState
                  icon={FolderKanban}
                  title={words.noProjects}
                  text={words.noProjectsText}
                />
              )
            }
          />
        </Card>
      </Page>
      {isAdding && <ProjectDrawer onClose={() => setAdding(false)} onSaved={open} />}
    </>
  )
}

const useColumns = (): Column<Project>[] => {
  const words = useWords(workOrderWords)
  const clock = useClock()
  const date = (value: string | null) => (value ? clock.date(value, 'short') : '…')
  return [
    {
      id: 'name',
      header: words.name,
      cell: (project) => (
        <RowLink
          to={`/projects/${project.id}`}
          detail={[words.kinds[project.kind], project.clientName].filter(Boolean).join(' · ')}
        >
          {project.name}
        </RowLink>
      ),
    },
    {
      id: 'code',
      header: words.code,
      from: 'sm',
      width: '13rem',
      cell: ({ code }) => <span className="nums text-ink-2">{code}</span>,
    },
    {
      id: 'dates',
      header: words.dates,
      from: 'md',
      width: '14rem',
      cell: ({ startsOn, endsOn }) => (
        <span className="nums text-ink-2">
          {startsOn || endsOn ? `${date(startsOn)} – ${date(endsOn)}` : '—'}
        </span>
      ),
    },
    {
      id: 'count',
      header: words.workOrders,
      align: 'end',
      width: '8rem',
      cell: ({ workOrderCount }) => workOrderCount,
    },
  ]
}
