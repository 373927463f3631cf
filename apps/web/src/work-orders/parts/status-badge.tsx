import type { WorkOrderStatus } from '@regie/contract/work-orders'
import {
  Ban,
  CalendarCheck,
  CheckCheck,
  CircleCheck,
  CircleDashed,
  CirclePlay,
  Inbox,
  Lock,
} from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { workOrderWords } from '../words.ts'

const looks = {
  requested: { tone: 'info', icon: Inbox },
  qualified: { tone: 'warn', icon: CircleDashed },
  planned: { tone: 'accent', icon: CalendarCheck },
  in_progress: { tone: 'violet', icon: CirclePlay },
  done: { tone: 'good', icon: CircleCheck },
  validated: { tone: 'good', icon: CheckCheck },
  closed: { tone: 'neutral', icon: Lock },
  cancelled: { tone: 'neutral', icon: Ban },
} as const

export const StatusBadge = ({ status }: { status: WorkOrderStatus }) => (
  <Badge {...looks[status]}>{useWords(workOrderWords).statuses[status]}</Badge>
)
