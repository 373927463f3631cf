import { houseRules, type LabourRules } from '@regie/contract/labour-rules'
import type { SeatCandidate } from '@regie/contract/production-candidates'
import { clsx } from 'clsx'
import { History, Moon, Scale, TriangleAlert } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { candidateWords } from '../candidate-words.ts'

type Props = {
  readonly candidate: SeatCandidate
  readonly rules: LabourRules | null
  readonly isPending: boolean
  readonly onAssign: (() => void) | undefined
}

/** Somebody who could take the seat: what speaks for them, what it would make of their days, what they carry already. */
export const CandidateRow = ({ candidate, rules, isPending, onAssign }: Props) => {
  const words = useWords(candidateWords)
  const clock = useClock()
  const { technicianName, known, burden } = candidate
  const carried = [
    clock.duration(burden.minutes),
    words.nights(burden.nights),
    words.weekend(burden.weekendDays),
  ].join(' · ')
  return (
    <li className="flex items-start gap-2 border-line border-t py-2">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate font-medium">
          {technicianName}
        </p>
        {known && (
          <p className="flex items-start gap-1.5 text-good text-xs">
            <History aria-hidden className="mt-px size-3.5 shrink-0" />
            {words.known[known.how](known.times, clock.dateAt(known.lastAt, 'dated'))}
          </p>
        )}
        <Labour labour={candidate.labour} rules={rules} />
        <p className="nums flex items-start gap-1.5 text-ink-2 text-xs">
          <Moon aria-hidden className="mt-px size-3.5 shrink-0" />
          <span>
            {words.carries} : {carried}
          </span>
        </p>
      </div>
      {onAssign && (
        <Button
          size="small"
          isDisabled={isPending}
          onPress={onAssign}
          aria-label={words.assignWho(technicianName)}
        >
          {words.assign}
        </Button>
      )}
    </li>
  )
}

const NEAR = 0.9

/** Near the limit it is said louder, before it breaks. */
const Labour = ({ labour, rules }: Pick<Props, 'rules'> & Pick<SeatCandidate, 'labour'>) => {
  const words = useWords(candidateWords)
  const clock = useClock()
  const { dayMinutes, weekMinutes, averageMinutes, restMinutes, shortRests } = labour
  const [day, week] = [clock.duration(dayMinutes), clock.duration(weekMinutes)]
  const isShort = rules !== null && restMinutes !== null && restMinutes < rules.restMinutes
  // Without an agreement the average of the law holds.
  const most = rules ? rules.averageMinutes : houseRules.averageMinutes
  const isHeavy = most !== null && averageMinutes > NEAR * most
  const isNear =
    isHeavy ||
    (rules !== null &&
      (isShort || dayMinutes > NEAR * rules.dayMinutes || weekMinutes > NEAR * rules.weekMinutes))
  const rest =
    restMinutes === null
      ? []
      : [
          isShort
            ? words.shortRest(
                clock.duration(restMinutes),
                shortRests,
                rules.shortRest?.perWeek ?? 0,
              )
            : words.rest(clock.duration(restMinutes)),
        ]
  const said = [
    rules ? words.dayOf(day, clock.duration(rules.dayMinutes)) : words.day(day),
    rules ? words.weekOf(week, clock.duration(rules.weekMinutes)) : words.week(week),
    ...(isHeavy ? [words.average(clock.duration(averageMinutes), clock.duration(most))] : []),
    ...rest,
  ]
  const Icon = isNear ? TriangleAlert : Scale
  return (
    <p
      className={clsx('nums flex items-start gap-1.5 text-xs', isNear ? 'text-warn' : 'text-ink-2')}
    >
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      <span>
        {words.withIt} : {said.join(' · ')}
      </span>
    </p>
  )
}
