import type { StagePlan, StagePlans } from '@regie/contract/production-stage-plans'
import type { Production } from '@regie/contract/productions'
import { Link } from '@tanstack/react-router'
import { Drama, Ellipsis, FileImage, Printer, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Page } from '../../ui/page.tsx'
import { useProduction } from '../api.ts'
import { PlanImport } from '../parts/plan-import.tsx'
import { PlanMomentBar } from '../parts/plan-moment-bar.tsx'
import { PlanWorkbench } from '../parts/plan-workbench.tsx'
import { ProductionHeader } from '../parts/production-header.tsx'
import { useRemovePlan, useStagePlans } from '../plan-api.ts'
import { planWords } from '../plan-words.ts'
import { type PlanView, usePlanView } from '../use-plan-view.ts'

export const StagePlanPage = () => {
  const projectId = useParam('projectId')
  const plans = useStagePlans(projectId)
  return (
    <Loaded read={useProduction(projectId)}>
      {(production) => (
        <Loaded read={plans}>{(data) => <Plan production={production} plans={data} />}</Loaded>
      )}
    </Loaded>
  )
}

/** One stage, one day, one moment: who works where. */
const Plan = ({ production, plans }: { production: Production; plans: StagePlans }) => {
  const words = useWords(planWords)
  const view = usePlanView(production, plans)
  const { stage, plan } = view
  const { project } = production
  return (
    <>
      <ProductionHeader
        project={project}
        actions={stage && plan && <Actions view={view} plan={plan} projectId={project.id} />}
      />
      <Page>
        <Card isFlush>
          {stage ? (
            <>
              <PlanMomentBar view={view} stages={production.stages} />
              {plan ? (
                <PlanWorkbench key={stage.id} view={view} plan={plan} projectId={project.id} />
              ) : (
                <NoPlan projectId={project.id} stageId={stage.id} />
              )}
            </>
          ) : (
            <EmptyState icon={Drama} title={words.title} text={words.noStage} />
          )}
        </Card>
      </Page>
    </>
  )
}

const NoPlan = ({ projectId, stageId }: { projectId: string; stageId: string }) => {
  const words = useWords(planWords)
  const mayWrite = useCan()('productions.write')
  const text = mayWrite ? words.noneText : words.noneRead
  return (
    <>
      <EmptyState icon={FileImage} title={words.none} text={text} />
      {mayWrite && (
        <div className="mx-auto -mt-6 w-full max-w-3xl px-4 pb-10">
          <PlanImport
            key={stageId}
            projectId={projectId}
            stageId={stageId}
            plan={null}
            onDone={() => undefined}
          />
        </div>
      )}
    </>
  )
}

type ActionsProps = {
  readonly view: PlanView
  readonly plan: StagePlan
  readonly projectId: string
}

const Actions = ({ view, plan, projectId }: ActionsProps) => {
  const words = useWords(planWords)
  const clock = useClock()
  const mayWrite = useCan()('productions.write')
  const [open, setOpen] = useState<'replace' | 'remove' | null>(null)
  const close = () => setOpen(null)
  const remove = useRemovePlan()
  const { stageId, version } = plan
  return (
    <>
      {mayWrite && (
        <Menu label={words.more} trigger={<IconButton icon={Ellipsis} label={words.more} />}>
          <MenuItem icon={FileImage} onAction={() => setOpen('replace')}>
            {words.replace}
          </MenuItem>
          <MenuItem icon={Trash2} onAction={() => setOpen('remove')}>
            {words.remove}
          </MenuItem>
        </Menu>
      )}
      <Link
        to={`/projects/${projectId}/stage-plan/print`}
        search={
          {
            stage: stageId,
            day: view.date,
            ...(view.at === null ? {} : { at: new Date(view.at).toISOString() }),
          } as never
        }
        className={buttonClass({})}
      >
        <Printer aria-hidden className="size-4" />
        {words.print}
      </Link>
      <Dialog title={words.replace} isOpen={open === 'replace'} onClose={close} width="medium">
        <p className="mb-2 text-ink-2 text-xs">
          {plan.name} · {clock.dateTime(plan.addedAt)}
        </p>
        <PlanImport projectId={projectId} stageId={stageId} plan={plan} onDone={close} />
      </Dialog>
      <ConfirmDialog
        title={words.remove}
        isOpen={open === 'remove'}
        onClose={close}
        confirm={words.remove}
        onConfirm={() => remove.actAsync({ params: { projectId, stageId }, body: { version } })}
      >
        {words.removeText}
      </ConfirmDialog>
    </>
  )
}
