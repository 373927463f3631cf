import type { Move, Proposal } from '@regie/contract/planning-runs'
import { Phone } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { numberText } from '../../lib/words.ts'
import { doingWords } from '../doing-words.ts'
import { isolated } from '../isolated.ts'
import { planningWords } from '../words.ts'

const Figure = ({ name, value, note }: { name: string; value: string; note?: string }) => (
  <div className="min-w-24 flex-1 rounded-control border border-line bg-surface px-3 py-2">
    <p className="text-ink-2 text-xs">{name}</p>
    <p className="nums font-semibold text-lg">{value}</p>
    {note && <p className="nums text-ink-2 text-xs">{note}</p>}
  </div>
)

/** What the proposal would change, in figures. */
export const ProposalFigures = ({ proposal }: { proposal: Proposal }) => {
  const words = useWords(planningWords).proposal
  const more = useWords(doingWords).proposal
  const clock = useClock()
  const { language } = useLanguage()
  const count = (value: number) => numberText(language, value)
  const km = (value: number) => `${numberText(language, Math.round(value))} km`
  return (
    <div className="flex flex-wrap gap-2">
      <Figure name={words.assigned} value={count(proposal.assigned)} />
      <Figure name={words.left} value={count(proposal.unassigned.length)} />
      <Figure
        name={words.kilometres}
        value={km(proposal.kilometres)}
        note={words.before(km(proposal.kilometresBefore))}
      />
      <Figure
        name={more.late}
        value={count(proposal.late.after)}
        note={more.lateBefore(proposal.late.before)}
      />
      <Figure name={more.overtime} value={clock.duration(proposal.overtimeMinutes)} />
      <Figure name={words.changed} value={count(proposal.changed)} />
    </div>
  )
}

/** Everybody who was told otherwise and must be called: whoever loses, gets or keeps a published visit that moves. */
const recalled = (moves: readonly Move[]): ReadonlyMap<string, { name: string; moves: Move[] }> => {
  const people = new Map<string, { name: string; moves: Move[] }>()
  for (const move of moves) {
    if (!move.published || move.appliedAt !== null) continue
    for (const place of [move.from, move.to]) {
      if (!place) continue
      const known = people.get(place.technicianId) ?? { name: place.technicianName, moves: [] }
      if (!known.moves.includes(move)) known.moves.push(move)
      people.set(place.technicianId, known)
    }
  }
  return people
}

/** Who must be called again, about what; who had said yes stands out. */
export const RecallList = ({ moves }: { moves: readonly Move[] }) => {
  const words = useWords(doingWords).proposal
  const people = recalled(moves)
  if (people.size === 0) return <p className="text-ink-2">{words.noRecall}</p>
  return (
    <details className="rounded-control bg-warn-soft px-3 py-2">
      <summary className="cursor-default font-medium text-warn">
        <Phone aria-hidden className="mr-1.5 inline size-4" />
        {words.recallList(people.size)}
      </summary>
      <ul className="mt-1">
        {[...people].map(([id, { name, moves: own }]) => (
          <li key={id} className="py-0.5 text-xs">
            <span className="font-medium">{isolated(name)}</span>{' '}
            {own.map(({ positionId, siteName, confirmed, clientConfirmed }) => (
              <span key={positionId} dir="auto">
                · {siteName}
                {confirmed && ` (${words.confirmed})`}
                {clientConfirmed && ` (${words.clientConfirmed})`}{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
