import { type LocalDate, localDate } from '@regie/contract/kernel'
import type { Phase, Production, Stage } from '@regie/contract/productions'
import { Copy, Drama, Ellipsis, Plus, UserPlus, Users } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Page } from '../../ui/page.tsx'
import { useProduction } from '../api.ts'
import { useBreaking } from '../api-labour.ts'
import { type CoverageBar, type CoverageDay, coverageOf, daysOf } from '../coverage-rows.ts'
import { CopyDayDialog } from '../parts/copy-day-dialog.tsx'
import { CoverageGrid, looks } from '../parts/coverage-grid.tsx'
import { CrewDialog } from '../parts/crew-dialog.tsx'
import { DayStrip } from '../parts/day-strip.tsx'
import { LabourStrip } from '../parts/labour-strip.tsx'
import { PhaseDrawer } from '../parts/phase-drawer.tsx'
import { ProductionHeader } from '../parts/production-header.tsx'
import { ProductionWarnings } from '../parts/production-warnings.tsx'
import { SeatDrawer } from '../parts/seat-drawer.tsx'
import { StageDrawer } from '../parts/stage-drawer.tsx'
import { productionWords } from '../words.ts'

const address = z.object({ day: localDate.optional().catch(undefined) })

/** What is open over the grid. */
type Open =
  | { readonly kind: 'seat'; readonly bar: CoverageBar }
  | { readonly kind: 'phase'; readonly phase: Phase | null }
  | { readonly kind: 'stage'; readonly stage: Stage | null }
  | { readonly kind: 'crew' }
  | { readonly kind: 'copy' }

export const ProductionPage = () => {
  const projectId = useParam('projectId')
  return (
    <Loaded read={useProduction(projectId)}>
      {(production) => <Sheet production={production} />}
    </Loaded>
  )
}

const Sheet = ({ production }: { production: Production }) => {
  const words = useWords(productionWords)
  const clock = useClock()
  const mayWrite = useCan()('productions.write')
  const [{ day: asked }, setAddress] = useAddressState(address)
  const [open, setOpen] = useState<Open | null>(null)
  const { project, stages } = production
  const breaking = useBreaking(project.id)
  const days = daysOf(production, clock.dateOf)
  const coming = days.find((one) => one >= clock.today())
  const date = asked ?? coming ?? days[0] ?? project.startsOn ?? clock.today()
  const day = coverageOf(production, date, clock.dateOf)
  return (
    <>
      <ProductionHeader
        project={project}
        actions={mayWrite && <Actions hasStages={stages.length > 0} onOpen={setOpen} />}
      />
      <Page>
        <LabourStrip projectId={project.id} phases={production.phases} />
        <ProductionWarnings
          production={production}
          onSeat={(bar) => setOpen({ kind: 'seat', bar })}
        />
        <Card isFlush>
          <div className="flex flex-wrap items-center justify-between gap-3 border-line border-b p-3">
            {days.length > 0 ? (
              <DayStrip days={days} date={date} onChange={(next) => setAddress({ day: next })} />
            ) : (
              <span />
            )}
            <Counts counts={day.counts} />
          </div>
          {stages.length === 0 ? (
            <EmptyState icon={Drama} title={words.noStages} text={words.noStagesText}>
              {mayWrite && (
                <Button
                  tone="primary"
                  icon={Plus}
                  onPress={() => setOpen({ kind: 'stage', stage: null })}
                >
                  {words.addStage}
                </Button>
              )}
            </EmptyState>
          ) : (
            <CoverageGrid
              day={day}
              criticalPath={production.criticalPath}
              breaking={breaking}
              mayWrite={mayWrite}
              onSeat={(bar) => setOpen({ kind: 'seat', bar })}
              onPhase={(phase) => mayWrite && setOpen({ kind: 'phase', phase })}
              onStage={(stage) => setOpen({ kind: 'stage', stage })}
            />
          )}
          {stages.length > 0 && day.stages.every(({ lanes }) => lanes.length === 0) && (
            <EmptyState icon={Drama} title={words.noPhases} text={words.noPhasesText} />
          )}
        </Card>
      </Page>
      {open && (
        <Opened open={open} production={production} date={date} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

type OpenedProps = {
  readonly open: Open
  readonly production: Production
  readonly date: LocalDate
  readonly onClose: () => void
}

const Opened = ({ open, production, date, onClose }: OpenedProps) => {
  const can = useCan()
  return (
    <>
      {open.kind === 'seat' && (
        <SeatDrawer
          bar={open.bar}
          projectId={production.project.id}
          mayPlan={can('planning.write')}
          onClose={onClose}
        />
      )}
      {open.kind === 'phase' && (
        <PhaseDrawer production={production} phase={open.phase} date={date} onClose={onClose} />
      )}
      {open.kind === 'stage' && (
        <StageDrawer production={production} stage={open.stage} onClose={onClose} />
      )}
      {open.kind === 'crew' && <CrewDialog production={production} date={date} onClose={onClose} />}
      {open.kind === 'copy' && (
        <CopyDayDialog production={production} date={date} onClose={onClose} />
      )}
    </>
  )
}

const Actions = (props: { readonly hasStages: boolean; readonly onOpen: (open: Open) => void }) => {
  const words = useWords(productionWords)
  const { hasStages, onOpen } = props
  return (
    <>
      <Menu label={words.more} trigger={<IconButton icon={Ellipsis} label={words.more} />}>
        <MenuItem icon={Plus} onAction={() => onOpen({ kind: 'stage', stage: null })}>
          {words.addStage}
        </MenuItem>
        <MenuItem icon={Copy} onAction={() => onOpen({ kind: 'copy' })}>
          {words.copyDay}
        </MenuItem>
        <MenuItem icon={Users} href="/crew-templates">
          {words.templates}
        </MenuItem>
      </Menu>
      {hasStages && (
        <>
          <Button icon={UserPlus} onPress={() => onOpen({ kind: 'crew' })}>
            {words.applyCrew}
          </Button>
          <Button tone="primary" icon={Plus} onPress={() => onOpen({ kind: 'phase', phase: null })}>
            {words.addPhase}
          </Button>
        </>
      )}
    </>
  )
}

const Counts = ({ counts }: { counts: CoverageDay['counts'] }) => {
  const words = useWords(productionWords)
  const tones = { covered: 'good', offered: 'warn', uncovered: 'bad' } as const
  return (
    <p
      role="status"
      aria-label={words.counts(counts.covered, counts.offered, counts.uncovered)}
      className="flex flex-wrap gap-2"
    >
      {(['covered', 'offered', 'uncovered'] as const).map((one) => (
        <Badge key={one} tone={tones[one]} icon={looks[one].icon}>
          {`${words[one]} · ${counts[one]}`}
        </Badge>
      ))}
    </p>
  )
}
