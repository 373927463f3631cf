import type { Contract } from '@regie/contract/contracts'
import { BellRing, CircleCheck, CircleDashed, CirclePause, CircleStop } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { seriesWords } from '../series-words.ts'

const looks = {
  coming: { icon: CircleDashed, tone: 'info' },
  running: { icon: CircleCheck, tone: 'good' },
  paused: { icon: CirclePause, tone: 'warn' },
  ended: { icon: CircleStop, tone: 'neutral' },
} as const

/** Where a contract stands, and whether it is to be renewed. */
export const ContractState = ({ state, renewal }: Pick<Contract, 'state' | 'renewal'>) => {
  const words = useWords(seriesWords)
  const { icon, tone } = looks[state]
  return (
    <span className="flex flex-wrap gap-1">
      <Badge tone={tone} icon={icon}>
        {words.states[state]}
      </Badge>
      {(renewal === 'soon' || renewal === 'overdue') && (
        <Badge tone={renewal === 'soon' ? 'warn' : 'bad'} icon={BellRing}>
          {words.renewals[renewal]}
        </Badge>
      )}
    </span>
  )
}
