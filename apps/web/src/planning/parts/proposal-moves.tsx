import type { OvertakenMove } from '@regie/contract/planning-proposals'
import { reasonSentence } from '@regie/contract/planning-reasons'
import type { Move, Proposal } from '@regie/contract/planning-runs'
import { ArrowRight, Check, Crosshair } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { numberText } from '../../lib/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useBoard } from '../board-context.tsx'
import { doingWords } from '../doing-words.ts'
import { planningWords } from '../words.ts'

const Place = ({ place }: { place: NonNullable<Move['from']> }) => {
  const clock = useClock()
  return (
    <span className="nums">
      {place.technicianName}, {clock.dateAt(place.startsAt, 'day')}{' '}
      {clock.range(place.startsAt, place.endsAt)}
    </span>
  )
}

/** Why a move no longer holds. */
const Overtaken = ({ overtaken }: { overtaken: OvertakenMove }) => {
  const words = useWords(doingWords).proposal
  const { language } = useLanguage()
  const { zone } = useClock()
  const { names } = useBoard()
  const code = words.codes[overtaken.code as keyof typeof words.codes] ?? overtaken.code
  const reasons = overtaken.reasons.map((one) =>
    reasonSentence(one, { language, timeZone: zone, names }),
  )
  return (
    <p className="text-bad">
      <Badge tone="bad">{words.gone}</Badge> {[code, ...new Set(reasons)].join(' · ')}
    </p>
  )
}

export type Accepting = {
  readonly overtaken: ReadonlyMap<string, OvertakenMove>
  readonly mayPlan: boolean
  readonly isPending: boolean
  readonly acceptMove: (positionId: string) => void
  readonly acceptTechnician: (technicianId: string) => void
}

const MoveLine = ({ move, accepting }: { move: Move; accepting: Accepting }) => {
  const words = useWords(planningWords).proposal
  const more = useWords(doingWords).proposal
  const { surface } = useBoard()
  const { overtaken, mayPlan, isPending, acceptMove } = accepting
  const gone = overtaken.get(move.positionId)
  const place = move.to ?? move.from
  const show = () => {
    if (!place) return
    surface.current?.reveal({
      rowId: place.technicianId,
      from: Date.parse(place.startsAt),
      until: Date.parse(place.endsAt),
    })
  }
  return (
    <li className="flex items-start gap-1 border-line border-t py-1 text-xs">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate font-medium">
          {move.siteName} · {move.title}
        </p>
        <p className="flex flex-wrap items-center gap-1 text-ink-2">
          {move.from ? <Place place={move.from} /> : <Badge tone="good">{words.from}</Badge>}
          <ArrowRight aria-hidden className="size-3" />
          {move.to ? <Place place={move.to} /> : <Badge tone="bad">{words.to}</Badge>}
          {move.known && <Badge>{words.known[move.known]}</Badge>}
          {move.published && <Badge tone="warn">{words.changed}</Badge>}
          {move.appliedAt !== null && <Badge tone="good">{words.applied}</Badge>}
        </p>
        {gone && <Overtaken overtaken={gone} />}
      </div>
      <IconButton icon={Crosshair} label={more.onBoard} onPress={show} />
      {mayPlan && move.appliedAt === null && !gone && (
        <IconButton
          icon={Check}
          label={more.acceptOne}
          isDisabled={isPending}
          onPress={() => acceptMove(move.positionId)}
        />
      )}
    </li>
  )
}

type Props = {
  readonly technician: Proposal['technicians'][number]
  readonly moves: readonly Move[]
  readonly accepting: Accepting
}

/** One technician's part: figures, every change, and taking it over alone. */
export const TechnicianMoves = ({ technician, moves, accepting }: Props) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const { language } = useLanguage()
  const { overtaken, mayPlan, isPending, acceptTechnician } = accepting
  const open = moves.filter((move) => move.appliedAt === null)
  const left = open.filter(({ positionId }) => !overtaken.has(positionId))
  return (
    // The buttons stand beside what folds, not in it: a thing to press holds no other.
    <fieldset
      aria-label={technician.technicianName}
      className="relative min-w-0 border-line border-t py-1.5"
    >
      <details>
        <summary className="cursor-default pr-24">
          <span dir="auto" className="font-medium">
            {technician.technicianName}
          </span>
          <span className="nums block pl-4 text-ink-2 text-xs">
            {words.visits(technician.visits)} · {clock.duration(technician.workMinutes)} ·{' '}
            {numberText(language, Math.round(technician.kilometres))} km ·{' '}
            {moves.length > 0 ? words.proposal.moves(moves.length) : words.proposal.noMoves}
          </span>
        </summary>
        <ul className="mt-1 ml-2">
          {moves.map((move) => (
            <MoveLine key={move.positionId} move={move} accepting={accepting} />
          ))}
        </ul>
      </details>
      <div className="absolute top-2.5 right-0">
        {mayPlan && left.length > 0 && (
          <Button
            size="small"
            isDisabled={isPending}
            onPress={() => acceptTechnician(technician.technicianId)}
          >
            {words.proposal.apply}
          </Button>
        )}
        {moves.length > 0 && open.length === 0 && (
          <Badge tone="good">{words.proposal.applied}</Badge>
        )}
      </div>
    </fieldset>
  )
}
