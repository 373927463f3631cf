import type { StagePlan } from '@regie/contract/production-stage-plans'
import { useRef, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { planAddress } from '../plan-api.ts'
import { isInside, placeOfPoint } from '../plan-geometry.ts'
import type { Holding } from '../plan-moment.ts'
import { planWords } from '../plan-words.ts'
import { usePlanEdits } from '../use-plan-edits.ts'
import type { PlanView } from '../use-plan-view.ts'
import { productionWords } from '../words.ts'
import { PlanBoard } from './plan-board.tsx'
import { PlanList } from './plan-list.tsx'
import { roleNames } from './plan-looks.ts'
import { PlanSelection } from './plan-selection.tsx'
import { SeatDrawer } from './seat-drawer.tsx'

type Props = {
  readonly view: PlanView
  readonly plan: StagePlan
  readonly projectId: string
}

const barOf = ({ phase, seat }: Holding) => ({
  phase,
  seat,
  from: Date.parse(seat.startsAt),
  until: Date.parse(seat.endsAt),
})

/** The plan, and beside it who is on it and who is not. */
export const PlanWorkbench = ({ view, plan, projectId }: Props) => {
  const words = useWords(planWords)
  const { crew } = useWords(productionWords)
  const can = useCan()
  const mayWrite = can('productions.write')
  const sheet = useRef<HTMLDivElement>(null)
  const edits = usePlanEdits(projectId, plan.stageId)
  const [selected, select] = useState<string | null>(null)
  const [armedKey, arm] = useState<string | null>(null)
  const [open, setOpen] = useState<Holding | null>(null)
  const { roles } = view
  const names = roleNames(roles, crew)
  const roleOf = (key: string | null) => roles.find((role) => role.key === key) ?? null
  const chosen = roleOf(selected)
  return (
    <div className="grid lg:grid-cols-[minmax(0,1fr)_20rem]">
      <PlanBoard
        plan={plan}
        address={planAddress(projectId, plan)}
        label={words.plan(view.stage?.name ?? '')}
        roles={roles}
        names={names}
        edits={edits}
        mayWrite={mayWrite}
        sheet={sheet}
        selected={selected}
        onSelect={select}
        armed={roleOf(armedKey)}
        onDisarm={() => arm(null)}
      />
      <aside className="flex flex-col gap-4 border-line p-3 max-lg:border-t lg:max-h-[76vh] lg:overflow-y-auto lg:border-l">
        {chosen && (
          <PlanSelection
            role={chosen}
            name={names.get(chosen.key) ?? chosen.label}
            mayWrite={mayWrite}
            onOpen={setOpen}
            onTakeOff={() => {
              edits.put(chosen, null)
              select(null)
            }}
          />
        )}
        <PlanList
          roles={roles}
          names={names}
          mayPlace={mayWrite}
          selected={selected}
          onSelect={(key) => select(selected === key ? null : key)}
          onArm={(role) => {
            arm(role.key)
            sheet.current?.scrollIntoView({ block: 'nearest' })
          }}
          onDrop={(role, x, y) => {
            const box = sheet.current?.getBoundingClientRect()
            if (box && isInside(box, x, y)) edits.put(role, placeOfPoint(box, x, y))
          }}
        />
      </aside>
      {open && (
        <SeatDrawer
          bar={barOf(open)}
          projectId={projectId}
          mayPlan={can('planning.write')}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
