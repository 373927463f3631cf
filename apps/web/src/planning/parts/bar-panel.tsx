import type { Bar } from '@regie/contract/planning'
import { Link } from '@tanstack/react-router'
import {
  CalendarRange,
  Copy,
  Lock,
  LockOpen,
  MapPin,
  MousePointerClick,
  Sparkles,
  TriangleAlert,
  Undo2,
  UserCheck,
  UserRoundPen,
} from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { useBoard } from '../board-context.tsx'
import { stateText, whenText } from '../describe-bar.ts'
import { doingWords } from '../doing-words.ts'
import { isLate } from '../engine/model.ts'
import { gripOf } from '../engine/surface-input.ts'
import { barOf } from '../from-contract.ts'
import { mapWords } from '../map-words.ts'
import { tellingWords } from '../telling-words.ts'
import { useHandsOff } from '../use-hands-off.ts'
import { useSlackText } from '../use-slack-text.ts'
import { useStandingVerdict } from '../use-standing-verdict.ts'
import { planningWords } from '../words.ts'
import { BetterSlots } from './better-slots.tsx'
import { Facts } from './facts.tsx'
import { OverrideNote } from './override-note.tsx'
import { PanelHead } from './panel-head.tsx'
import { SlotForm } from './slot-form.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { UnseenNote } from './unseen-note.tsx'

const stateTones = {
  offered: 'info',
  accepted: 'good',
  declined: 'bad',
  withdrawn: 'neutral',
  en_route: 'violet',
  started: 'accent',
  paused: 'warn',
  finished: 'neutral',
} as const

const Status = ({ bar }: { bar: Bar }) => {
  const words = useWords(planningWords)
  const { now } = useBoard()
  return (
    <div className="flex flex-wrap gap-1.5">
      <Badge tone={bar.publishedAt === null ? 'neutral' : stateTones[bar.state]}>
        {stateText(bar, words)}
      </Badge>
      {isLate(barOf(bar), now) && <Badge tone="warn">{words.late}</Badge>}
      {bar.locked && (
        <Badge icon={Lock} tone="neutral">
          {words.locked}
        </Badge>
      )}
      {bar.clientConfirmed && (
        <Badge icon={UserCheck} tone="good">
          {words.clientConfirmed}
        </Badge>
      )}
      <Badge colour={bar.colour}>{words.categories[bar.category]}</Badge>
      {bar.seats > bar.seatsFilled && bar.seats > 1 && (
        <Badge tone="bad">{words.panel.missing(bar.seats - bar.seatsFilled)}</Badge>
      )}
    </div>
  )
}

/** What makes more of a visit: a copy elsewhere, parts over several days, and where else it would do well. */
const MoreActions = ({ bar, onPick }: { bar: Bar; onPick: () => void }) => {
  const words = useWords(doingWords)
  const { surface, askFor, askedSeat } = useBoard()
  const [isSplitting, setSplitting] = useState(false)
  const made = barOf(bar)
  const isAsked = askedSeat === bar.positionId
  return (
    <>
      <Button
        icon={Copy}
        onPress={() => {
          onPick()
          surface.current?.drag.pick({ ...gripOf(made, 'body'), kind: 'copy' }, 'click', null)
          surface.current?.focus()
        }}
      >
        {words.duplicate}
      </Button>
      {!made.still && (
        <>
          <Button icon={CalendarRange} onPress={() => setSplitting(true)}>
            {words.split.open}
          </Button>
          <Button icon={Sparkles} onPress={() => askFor(isAsked ? null : bar.positionId)}>
            {words.heat.title}
          </Button>
        </>
      )}
      {isSplitting && <SplitDialog bar={bar} onClose={() => setSplitting(false)} />}
    </>
  )
}

/** Who is told already is not simply taken off: somebody else is chosen first, by the rules. */
const ReplaceLink = ({ bar }: { bar: Bar }) => {
  const words = useWords(tellingWords)
  const can = useCan()
  const isGiven = bar.state === 'offered' || bar.state === 'accepted'
  if (bar.publishedAt === null || !isGiven || !can('relief.write')) return null
  return (
    <Link to={`/relief?replace=${bar.id}`} className={buttonClass({})}>
      <UserRoundPen aria-hidden className="size-4" />
      {words.replace}
    </Link>
  )
}

const Actions = ({ bar, onPick }: { bar: Bar; onPick: () => void }) => {
  const words = useWords(planningWords)
  const { planner, attempt, surface, mayPlan } = useBoard()
  const made = barOf(bar)
  const held = useHandsOff().heldBy(bar.id)
  if (!mayPlan) return <p className="text-ink-2">{words.refusals.readOnly}</p>
  if (held) return <p className="text-ink-2">{held}</p>
  return (
    <div className="flex flex-wrap gap-2">
      {!made.still && (
        <Button
          icon={MousePointerClick}
          onPress={() => {
            onPick()
            surface.current?.drag.pick(gripOf(made, 'body'), 'click', null)
            surface.current?.focus()
          }}
        >
          {words.panel.move}
        </Button>
      )}
      <Button
        icon={bar.locked ? LockOpen : Lock}
        onPress={() => attempt(bar.id, planner.lock(bar.id, !bar.locked))}
      >
        {bar.locked ? words.panel.unlock : words.panel.lock}
      </Button>
      {made.still ? (
        <p className="text-ink-2">{bar.locked ? words.refusals.locked : words.refusals.still}</p>
      ) : (
        <Button icon={Undo2} onPress={() => attempt(bar.id, planner.unassign(bar.id))}>
          {words.panel.unassign}
        </Button>
      )}
      <ReplaceLink bar={bar} />
      <MoreActions bar={bar} onPick={onPick} />
    </div>
  )
}

/** A visit on the board: everything the bar tells, and everything a drag can do, without dragging. */
export const BarPanel = ({ bar, onPick }: { bar: Bar; onPick: () => void }) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const mapTexts = useWords(mapWords)
  const { mayPlan, view, setView } = useBoard()
  const more = useWords(tellingWords)
  const reasons = useStandingVerdict(bar)
  const slack = useSlackText(bar)
  const made = barOf(bar)
  return (
    <section className="flex min-h-0 flex-1 flex-col">
      <PanelHead
        title={bar.siteName}
        detail={bar.positionName ? `${bar.title} · ${bar.positionName}` : bar.title}
        colour={bar.colour}
      />
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-3">
        <Status bar={bar} />
        <Facts
          facts={[
            { name: words.panel.when, value: whenText(bar, clock) },
            { name: words.panel.who, value: bar.technicianName },
            { name: words.panel.client, value: bar.clientName },
            ...(bar.city ? [{ name: words.panel.site, value: bar.city }] : []),
            { name: words.panel.reference, value: bar.reference },
            ...(made.travelMinutes === null
              ? []
              : [{ name: words.panel.travel, value: words.travelShort(made.travelMinutes) }]),
            ...(slack ? [{ name: more.slackName, value: slack }] : []),
            ...(bar.priorityName ? [{ name: more.priority, value: bar.priorityName }] : []),
            ...(bar.seats > 1
              ? [{ name: more.crewName, value: more.crew(bar.seatsFilled, bar.seats) }]
              : []),
            ...(bar.attachments > 0
              ? [{ name: more.documentsName, value: more.documents(bar.attachments) }]
              : []),
          ]}
        />
        {reasons.length > 0 && (
          <div className="rounded-control bg-bad-soft px-3 py-2 text-bad">
            <h3 className="flex items-center gap-2 font-medium">
              <TriangleAlert aria-hidden className="size-4" />
              {words.panel.breaks}
            </h3>
            <ul className="mt-1 list-disc pl-6">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </div>
        )}
        <UnseenNote bar={bar} />
        {bar.override && <OverrideNote override={bar.override} />}
        {!view.map && bar.position && (
          <Button icon={MapPin} onPress={() => setView({ map: true })} className="self-start">
            {mapTexts.onMap}
          </Button>
        )}
        <Actions bar={bar} onPick={onPick} />
        <BetterSlots bar={bar} />
        {mayPlan && !made.still && <SlotForm key={`${bar.id} ${bar.version}`} bar={bar} />}
        <Link
          to={`/work-orders/${bar.workOrderId}`}
          className="text-accent-ink underline-offset-2 hover:underline"
        >
          {words.panel.open}
        </Link>
      </div>
    </section>
  )
}
