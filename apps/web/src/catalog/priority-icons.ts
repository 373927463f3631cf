// The symbols a priority may carry.
import type { Priority } from '@regie/contract/catalog'
import {
  Circle,
  ClipboardCheck,
  Clock,
  Flag,
  Flame,
  type LucideIcon,
  Repeat,
  Star,
  TriangleAlert,
  Zap,
} from 'lucide-react'

export const priorityIcons: Readonly<Record<Priority['icon'], LucideIcon>> = {
  zap: Zap,
  flame: Flame,
  alert: TriangleAlert,
  repeat: Repeat,
  'clipboard-check': ClipboardCheck,
  clock: Clock,
  star: Star,
  flag: Flag,
  circle: Circle,
}
