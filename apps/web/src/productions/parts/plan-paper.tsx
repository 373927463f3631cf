import type { StagePlan } from '@regie/contract/production-stage-plans'
import type { Production } from '@regie/contract/productions'
import { type CSSProperties, useRef } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { planAddress } from '../plan-api.ts'
import { type RoleNow, type RoleState, rolesAt } from '../plan-moment.ts'
import { planWords } from '../plan-words.ts'
import type { PlanView } from '../use-plan-view.ts'
import { productionWords } from '../words.ts'
import { usePhaseName } from './coverage-grid.tsx'
import { roleLooks, roleNames } from './plan-looks.ts'
import { PlanMarks } from './plan-marks.tsx'
import { PlanSheet } from './plan-sheet.tsx'
import { useRoleText } from './use-role-text.ts'

type Props = {
  readonly production: Production
  readonly view: PlanView
  readonly plan: StagePlan
  readonly at: number
  readonly heightMm: number
}
/** What head and foot take of a sheet. */
const AROUND_MM = 40

/** One sheet: whose plan, which moment, the plan with its people, who is missing on it, what the colours say. */
export const PlanPaper = ({ production, view, plan, at, heightMm }: Props) => {
  const words = useWords(planWords)
  const { crew } = useWords(productionWords)
  const clock = useClock()
  const { organization } = useSession()
  const sheet = useRef<HTMLDivElement>(null)
  const phaseName = usePhaseName()
  const spots = view.roles.flatMap(({ spot }) => spot ?? [])
  const roles = rolesAt(view.phases, spots, at)
  const names = roleNames(roles, crew)
  const running = view.phases.filter(
    ({ startsAt, endsAt }) => Date.parse(startsAt) <= at && at < Date.parse(endsAt),
  )
  const instant = new Date(at).toISOString()
  const width = `min(100%, ${heightMm - AROUND_MM}mm * ${plan.width / plan.height})`
  return (
    <section
      style={{ '--sheet': `${heightMm}mm` } as CSSProperties}
      className="flex min-h-(--sheet) flex-col gap-[3mm] break-after-page last:break-after-auto print:h-(--sheet) print:min-h-0 print:overflow-hidden"
    >
      <header className="flex items-end justify-between gap-[8mm] border-line border-b pb-[2mm]">
        <div className="min-w-0">
          <p className="text-[9pt] text-ink-2">
            {[organization.name, production.project.name, production.project.code].join(' · ')}
          </p>
          <h1 className="font-semibold text-[16pt] leading-tight">
            {words.plan(view.stage?.name ?? '')}
          </h1>
        </div>
        <div className="text-right">
          <p className="nums font-semibold text-[14pt] leading-tight">
            {clock.dateTime(instant, 'long')}
          </p>
          <p className="text-[9pt] text-ink-2">{running.map(phaseName).join(' · ')}</p>
        </div>
      </header>
      <div className="min-h-0 flex-1">
        <PlanSheet
          plan={plan}
          address={planAddress(production.project.id, plan)}
          label={words.plan(view.stage?.name ?? '')}
          width={width}
          sheet={sheet}
        >
          {(size) => <PlanMarks roles={roles} names={names} size={size} />}
        </PlanSheet>
      </div>
      <Missing roles={roles} names={names} />
      <footer className="flex items-center justify-between gap-[6mm] text-[8pt] text-ink-2">
        <Legend />
        <span className="nums">
          {words.printed(clock.dateTime(new Date().toISOString(), 'short'))}
        </span>
      </footer>
    </section>
  )
}

/** On stage, and nowhere on the plan. */
const Missing = (props: {
  readonly roles: readonly RoleNow[]
  readonly names: ReadonlyMap<string, string>
}) => {
  const words = useWords(planWords)
  const textOf = useRoleText()
  const missing = props.roles.filter(({ spot, state }) => !spot && state !== 'idle')
  if (missing.length === 0) return null
  const said = missing.map((role) => {
    const who = textOf(role)
      .lines.map(({ who, hours }) => `${who} ${hours}`)
      .join(', ')
    return `${props.names.get(role.key)} (${who})`
  })
  return (
    <p className="line-clamp-3 text-[8pt]">
      <span className="font-semibold">{words.unplaced} : </span>
      {said.join(' · ')}
    </p>
  )
}

const shown: readonly RoleState[] = ['covered', 'offered', 'uncovered', 'spare']

const Legend = () => {
  const words = useWords(planWords)
  const states = useWords(productionWords)
  const textOf = (state: RoleState) =>
    state === 'spare' || state === 'idle' ? words[state] : states[state]
  return (
    <ul aria-label={words.legend} className="flex flex-wrap gap-x-[4mm]">
      {shown.map((state) => {
        const { icon: Icon, dot } = roleLooks[state]
        return (
          <li key={state} className="flex items-center gap-[1.2mm]">
            <span className={`grid size-[4mm] place-items-center rounded-full border ${dot}`}>
              <Icon aria-hidden className="size-[2.8mm]" />
            </span>
            {textOf(state)}
          </li>
        )
      })}
    </ul>
  )
}
