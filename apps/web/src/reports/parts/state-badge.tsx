import type { ReportLine, ReportState } from '@regie/contract/reports'
import {
  CircleCheck,
  CircleDashed,
  CircleX,
  Clock,
  Eraser,
  FileCheck2,
  FileClock,
  FileX2,
  type LucideIcon,
  PenLine,
} from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { reportWords } from '../words.ts'

const states: Readonly<Record<ReportState, readonly [BadgeTone, LucideIcon]>> = {
  draft: ['neutral', CircleDashed],
  awaiting: ['info', PenLine],
  sealed: ['warn', FileClock],
  validated: ['good', FileCheck2],
  superseded: ['neutral', FileX2],
  erased: ['neutral', Eraser],
}
export const ReportStateBadge = ({ state }: { state: ReportState }) => {
  const words = useWords(reportWords)
  const [tone, icon] = states[state]
  return (
    <Badge tone={tone} icon={icon}>
      {words.states[state]}
    </Badge>
  )
}

const outcomes = {
  completed: ['good', CircleCheck],
  to_continue: ['warn', Clock],
  abandoned: ['bad', CircleX],
} as const
export const OutcomeBadge = ({ outcome }: { outcome: ReportLine['outcome'] }) => {
  const words = useWords(reportWords)
  if (!outcome) return <span className="text-ink-3">—</span>
  const [tone, icon] = outcomes[outcome]
  return (
    <Badge tone={tone} icon={icon}>
      {words.outcomes[outcome]}
    </Badge>
  )
}
