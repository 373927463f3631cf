import type { Bar } from '@regie/contract/planning'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { useBoard } from '../board-context.tsx'
import { doingWords } from '../doing-words.ts'
import { isolated } from '../isolated.ts'
import { planningWords } from '../words.ts'

const MOST = 8

/** Where else a visit that is planned would do well; one press moves it there. */
export const BetterSlots = ({ bar }: { bar: Bar }) => {
  const words = useWords(planningWords).panel
  const { heat } = useWords(doingWords)
  const clock = useClock()
  const { askedSeat, suggestions, board, planner, attempt, mayPlan } = useBoard()
  if (askedSeat !== bar.positionId) return null
  const nameOf = (id: string) => board?.technicians.find((one) => one.id === id)?.name ?? ''
  return (
    <section aria-label={heat.title}>
      <h3 className="font-semibold">{heat.title}</h3>
      <p className="text-ink-2 text-xs">{heat.legend}</p>
      {suggestions.length === 0 && <p className="mt-1 text-ink-2">{words.noCandidates}</p>}
      <ol>
        {suggestions.slice(0, MOST).map(({ technicianId, from, until, addedTravelSeconds }) => {
          const [startsAt, endsAt] = [from, until].map((at) => new Date(at).toISOString()) as [
            string,
            string,
          ]
          const target = { rowId: technicianId, from, until }
          return (
            <li
              key={`${technicianId} ${from}`}
              className="flex items-center gap-2 border-line border-t py-1.5"
            >
              <div className="min-w-0 flex-1">
                <p dir="auto" className="truncate font-medium">
                  {isolated(nameOf(technicianId))}
                </p>
                <p className="nums text-ink-2 text-xs">
                  {clock.dateAt(startsAt)} {clock.range(startsAt, endsAt)} ·{' '}
                  {words.addedTravel(Math.round(addedTravelSeconds / 60))}
                </p>
              </div>
              {mayPlan && (
                <Button size="small" onPress={() => attempt(bar.id, planner.move(bar.id, target))}>
                  {words.move}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
