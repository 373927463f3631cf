import { CalendarSearch, MapPinOff } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import type { Holding, RoleNow } from '../plan-moment.ts'
import { planWords } from '../plan-words.ts'
import { productionWords } from '../words.ts'
import { looks, usePhaseName } from './coverage-grid.tsx'
import { roleLooks } from './plan-looks.ts'
import { useRoleText } from './use-role-text.ts'

type Props = {
  readonly role: RoleNow
  readonly name: string
  readonly mayWrite: boolean
  readonly onOpen: (holding: Holding) => void
  readonly onTakeOff: () => void
}
const tones = { covered: 'good', offered: 'warn', uncovered: 'bad' } as const

/** What was chosen on the plan: who is there at the moment, and what may be done. */
export const PlanSelection = ({ role, name, mayWrite, onOpen, onTakeOff }: Props) => {
  const words = useWords(planWords)
  const { stateText } = useRoleText()(role)
  return (
    <section
      aria-label={name}
      className="flex flex-col gap-2 rounded-card border border-accent/40 bg-accent-soft/40 p-3"
    >
      <h2 dir="auto" className="font-semibold">
        {name}
      </h2>
      {role.holdings.map((holding) => (
        <Held key={holding.seat.positionId} holding={holding} onOpen={() => onOpen(holding)} />
      ))}
      {role.holdings.length === 0 && (
        <Badge icon={roleLooks[role.state].icon}>{role.isAsked ? stateText : words.vanished}</Badge>
      )}
      {mayWrite && role.spot && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-ink-2 text-xs pointer-coarse:hidden">{words.keys}</p>
          <Button size="small" icon={MapPinOff} onPress={onTakeOff}>
            {words.takeOff}
          </Button>
        </div>
      )}
    </section>
  )
}

const Held = ({ holding, onOpen }: { holding: Holding; onOpen: () => void }) => {
  const words = useWords(productionWords)
  const plan = useWords(planWords)
  const clock = useClock()
  const { phase, seat } = holding
  const phaseName = usePhaseName()(phase)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate font-medium">
          {seat.technicianName ?? words.uncovered}
        </p>
        <p className="nums text-ink-2 text-xs">
          {phaseName} · {clock.range(seat.startsAt, seat.endsAt)}
        </p>
        <p className="mt-1 flex gap-1">
          <Badge tone={tones[seat.coverage]} icon={looks[seat.coverage].icon}>
            {words[seat.coverage]}
          </Badge>
          {!seat.mandatory && <Badge>{words.niceToHave}</Badge>}
        </p>
      </div>
      <Button size="small" icon={CalendarSearch} onPress={onOpen}>
        {plan.openSeat}
      </Button>
    </div>
  )
}
