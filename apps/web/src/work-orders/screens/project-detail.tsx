import type { Project } from '@regie/contract/work-orders'
import { Link } from '@tanstack/react-router'
import { ClipboardList, Drama, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { ArchiveMenu } from '../../ui/archive-menu.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useArchiveProject, useProject, useWorkOrders } from '../api.ts'
import { ProjectDrawer } from '../parts/project-drawer.tsx'
import { WorkOrderTable } from '../parts/work-order-table.tsx'
import { workOrderWords } from '../words.ts'

export const ProjectDetail = () => {
  const projectId = useParam('projectId')
  return <Loaded read={useProject(projectId)}>{(project) => <Sheet project={project} />}</Loaded>
}

const Sheet = ({ project }: { project: Project }) => {
  const words = useWords(workOrderWords)
  const mayWrite = useCan()('work-orders.write')
  const { actAsync: archive } = useArchiveProject()
  const [isEditing, setEditing] = useState(false)
  const { id, version } = project
  return (
    <>
      <PageHeader
        title={project.name}
        path={[{ label: words.projects, to: '/projects' }]}
        aside={
          <span className="flex gap-2">
            <Badge tone="accent">{project.code}</Badge>
            {project.archivedAt && <Badge>{words.archived}</Badge>}
          </span>
        }
        actions={
          mayWrite && (
            <>
              <ArchiveMenu
                name={project.name}
                isArchived={project.archivedAt !== null}
                onArchive={(archived) =>
                  archive({ params: { projectId: id }, body: { version, archived } })
                }
              />
              <Button icon={Pencil} onPress={() => setEditing(true)}>
                {words.edit}
              </Button>
              {project.kind !== 'other' && (
                <Link
                  to={`/projects/${id}/production`}
                  className={buttonClass({ tone: 'primary' })}
                >
                  <Drama aria-hidden className="size-4" />
                  {words.production}
                </Link>
              )}
            </>
          )
        }
      />
      <Page>
        <Details project={project} />
        <Card
          title={words.workOrders}
          isFlush
          actions={
            mayWrite && (
              <Link
                to="/work-orders/new"
                search={{ projectId: id } as never}
                className={buttonClass({ size: 'small' })}
              >
                <Plus aria-hidden className="size-4" />
                {words.newWorkOrder}
              </Link>
            )
          }
        >
          <WorkOrderTable
            pages={useWorkOrders({ projectId: id })}
            empty={<EmptyState icon={ClipboardList} title={words.none} />}
          />
        </Card>
      </Page>
      {isEditing && <ProjectDrawer project={project} onClose={() => setEditing(false)} />}
    </>
  )
}

const Details = ({ project }: { project: Project }) => {
  const words = useWords(workOrderWords)
  const clock = useClock()
  const { clientId, clientName, startsOn, endsOn, budgetCode, notes } = project
  const date = (value: string | null) => (value ? clock.date(value, 'short') : '…')
  return (
    <Card title={words.details}>
      <KeyValues
        items={[
          { label: words.kind, value: words.kinds[project.kind] },
          {
            label: words.client,
            value: clientId && (
              <Link to={`/clients/${clientId}`} className="text-accent hover:underline">
                {clientName}
              </Link>
            ),
          },
          {
            label: words.dates,
            value: (startsOn || endsOn) && `${date(startsOn)} – ${date(endsOn)}`,
          },
          { label: words.budgetCode, value: budgetCode },
          { label: words.notes, value: notes && <p className="whitespace-pre-wrap">{notes}</p> },
        ]}
      />
    </Card>
  )
}
