import type { ReliefRequest } from '@regie/contract/relief'
import { Siren, TriangleAlert } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { reliefWords } from '../words.ts'

const tones: Readonly<Record<ReliefRequest['state'], BadgeTone>> = {
  proposed: 'warn',
  asking: 'info',
  to_approve: 'warn',
  settled: 'good',
  refused: 'neutral',
  expired: 'bad',
  cancelled: 'neutral',
}

/** Where a search stands, and what is wrong with it. */
export const StateBadges = ({ request }: { request: ReliefRequest }) => {
  const words = useWords(reliefWords)
  const { state, alarmed, escalated } = request
  const isOpen = state === 'proposed' || state === 'asking' || state === 'to_approve'
  return (
    <>
      <Badge tone={tones[state]}>{words.states[state]}</Badge>
      {isOpen && alarmed && (
        <Badge tone="bad" icon={TriangleAlert}>
          {words.alarmed}
        </Badge>
      )}
      {isOpen && escalated && (
        <Badge tone="bad" icon={Siren}>
          {words.escalated}
        </Badge>
      )}
    </>
  )
}
