import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import type { RoleNow } from '../plan-moment.ts'
import { planWords } from '../plan-words.ts'
import { productionWords } from '../words.ts'

/** A role at the moment in words: who, what, and from when to when. */
export const useRoleText = () => {
  const words = useWords(productionWords)
  const plan = useWords(planWords)
  const clock = useClock()
  return ({ holdings, state }: RoleNow) => {
    const spare = state === 'spare' ? plan.spare : words.uncovered
    const stateText = state === 'idle' ? plan.idle : state === 'spare' ? plan.spare : words[state]
    const lines = holdings.map(({ seat }) => ({
      who: seat.technicianName ?? spare,
      hours: clock.range(seat.startsAt, seat.endsAt),
    }))
    return { stateText, lines }
  }
}
