// What a bar says in words on paper: its hour, how it stands, what it is.
import { useClock } from '../lib/clock.ts'
import { useWords } from '../lib/language.tsx'
import { useBoard } from './board-context.tsx'
import { stateText } from './describe-bar.ts'
import type { BoardBar } from './engine/model.ts'
import { tellingWords } from './telling-words.ts'
import { planningWords } from './words.ts'

export const usePaperFacts = () => {
  const words = useWords(planningWords)
  const more = useWords(tellingWords)
  const clock = useClock()
  const { byId, open } = useBoard()
  return ({ id, detail }: BoardBar) => {
    const bar = byId.get(id)
    const seats = open.get(id)?.seats
    const span = bar ?? seats?.[0]
    const state = bar ? stateText(bar, words) : more.open.seats(seats?.length ?? 0)
    return {
      hours: span ? clock.range(span.startsAt, span.endsAt) : '',
      state: bar?.locked ? `${state} · ${words.locked}` : state,
      detail,
    }
  }
}
