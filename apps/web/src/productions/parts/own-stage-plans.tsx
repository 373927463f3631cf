import type { SheetLineOf } from '@regie/contract/call-sheet-content'
import { sheetClock } from '@regie/contract/call-sheet-text'
import type { PlanSpot, StagePlan, StagePlans } from '@regie/contract/production-stage-plans'
import { phaseKindNames } from '@regie/contract/productions'
import { clsx } from 'clsx'
import { MapPin } from 'lucide-react'
import { Fragment, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Select } from '../../ui/select.tsx'
import { planAddress, useStagePlans } from '../plan-api.ts'
import { labelSides, type Size } from '../plan-geometry.ts'
import { planWords } from '../plan-words.ts'
import { productionWords } from '../words.ts'
import { DOT, labelSize, sideClasses } from './plan-label.ts'
import { PlanSheet } from './plan-sheet.tsx'

type Duty = SheetLineOf<'duties'>
type Props = {
  readonly projectId: string
  /** Of one person, as the call sheet has them. */
  readonly duties: readonly Duty[]
  /** Of the production: the reader may be anywhere. */
  readonly timeZone: string
}

/** For somebody who works there: where on the plan of each stage, and beside whom. */
export const OwnStagePlans = ({ projectId, duties, timeZone }: Props) => {
  const words = useWords(planWords)
  const { data, error } = useStagePlans(projectId)
  if (error?.code === 'unreachable') return <p className="text-ink-2">{words.offline}</p>
  return (
    data && (
      <StagePlansOf
        plans={data}
        duties={duties}
        timeZone={timeZone}
        picture={(plan, draw) => draw(planAddress(projectId, plan))}
      />
    )
  )
}

type PlansProps = Omit<Props, 'projectId'> & {
  readonly plans: StagePlans
  /** Draws with the address of the plan's picture, wherever that is kept. */
  readonly picture: (plan: StagePlan, draw: (address: string) => ReactNode) => ReactNode
}

/** The same, of plans that are at hand. */
export const StagePlansOf = ({ plans, duties, timeZone, picture }: PlansProps) =>
  plans.plans.map((plan) => {
    const own = duties.filter(({ stageId }) => stageId === plan.stageId)
    const spots = plans.spots.filter(({ stageId }) => stageId === plan.stageId)
    return (
      own.length > 0 && (
        <Fragment key={plan.stageId}>
          {picture(plan, (address) => (
            <OwnPlan plan={plan} address={address} duties={own} spots={spots} timeZone={timeZone} />
          ))}
        </Fragment>
      )
    )
  })

type OwnPlanProps = Omit<Props, 'projectId'> & {
  readonly plan: StagePlan
  readonly address: string
  readonly spots: readonly PlanSpot[]
}

const OwnPlan = ({ plan, address, duties, spots, timeZone }: OwnPlanProps) => {
  const words = useWords(planWords)
  const { language } = useLanguage()
  const clock = useMemo(() => sheetClock({ language, timeZone }), [language, timeZone])
  const [chosen, choose] = useState<string | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const duty = duties.find(({ key }) => key === chosen) ?? duties[0]
  const own = spots.find(({ label }) => isSame(label, duty?.role ?? ''))
  const [x, y] = [own?.x, own?.y]
  useEffect(() => {
    const element = frame.current
    if (!element || x === undefined || y === undefined) return
    element.scrollTo({ left: x * element.scrollWidth - element.clientWidth / 2 })
  }, [x, y])
  if (!duty) return null
  const textOf = (one: Duty) =>
    [
      clock.shortDate(clock.dateOf(one.startsAt)),
      clock.range(one.startsAt, one.endsAt),
      one.name || phaseKindNames[one.kind][language],
    ].join(' · ')
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{words.plan(duty.stageName)}</h3>
      {duties.length > 1 ? (
        <Select
          label={words.moment}
          isLabelHidden
          options={duties.map((one) => ({ id: one.key, label: textOf(one) }))}
          value={duty.key}
          onChange={choose}
        />
      ) : (
        <p className="text-ink-2">{textOf(duty)}</p>
      )}
      {!own && <p className="text-ink-2">{words.notPlaced}</p>}
      <div ref={frame} className="relative overflow-x-auto rounded-card border border-line">
        <PlanSheet
          plan={plan}
          address={address}
          label={words.plan(duty.stageName)}
          width="max(100%, 40rem)"
          sheet={sheet}
        >
          {(size) => <Marks duty={duty} spots={spots} size={size} />}
        </PlanSheet>
      </div>
    </section>
  )
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** One's own place first, then those one works with; everybody else is a small dot. */
const Marks = (props: {
  readonly duty: Duty
  readonly spots: readonly PlanSpot[]
  readonly size: Size
}) => {
  const { duty, spots, size } = props
  const words = useWords(planWords)
  const { crew } = useWords(productionWords)
  const marks = spots.flatMap((spot) => {
    const role = spot.label || crew
    if (isSame(spot.label, duty.role)) return [{ spot, isOwn: true, lines: [words.yours, role] }]
    const mates = duty.withWhom.filter((mate) => isSame(mate.role, spot.label))
    const mate = mates[spot.number - 1]
    return mate ? [{ spot, isOwn: false, lines: [mate.name, role] }] : []
  })
  const dots = marks.map(({ spot: { id, x, y }, lines }) => ({
    key: id,
    x,
    y,
    label: labelSize(lines),
  }))
  const sides = labelSides(dots, size, DOT)
  return marks.map(({ spot, isOwn, lines: [who, role] }) => (
    <div
      key={spot.id}
      className={clsx('absolute', isOwn && 'z-10')}
      style={{
        left: `calc(${spot.x * 100}% - ${DOT / 2}px)`,
        top: `calc(${spot.y * 100}% - ${DOT / 2}px)`,
        width: DOT,
        height: DOT,
      }}
    >
      <span
        className={clsx(
          'grid size-full place-items-center rounded-full border-2',
          isOwn ? 'border-accent bg-accent text-on-accent' : 'border-line-strong bg-surface',
        )}
      >
        {isOwn && <MapPin aria-hidden className="size-4" />}
      </span>
      <span
        className={clsx(
          'absolute w-max max-w-42 rounded-control border bg-surface/92 px-1.5 py-0.5 text-[0.6875rem] leading-3.5',
          sideClasses[sides.get(spot.id) ?? 'right'],
          isOwn ? 'border-accent' : 'border-line',
        )}
      >
        <span dir="auto" className="block truncate font-semibold">
          {who}
        </span>
        <span dir="auto" className="block truncate text-ink-2">
          {role}
        </span>
      </span>
    </div>
  ))
}
