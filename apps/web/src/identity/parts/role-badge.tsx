import type { Role } from '@regie/contract/roles'
import { CalendarRange, Crown, Eye, HardHat, type LucideIcon, Receipt } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { roleWords } from '../words.ts'

const looks: Readonly<Record<Role, readonly [BadgeTone, LucideIcon]>> = {
  owner: ['violet', Crown],
  planner: ['accent', CalendarRange],
  manager: ['info', Eye],
  accountant: ['neutral', Receipt],
  technician: ['neutral', HardHat],
}

export const RoleBadge = ({ role }: { role: Role }) => {
  const words = useWords(roleWords)
  const [tone, icon] = looks[role]
  return (
    <Badge tone={tone} icon={icon}>
      {words.names[role]}
    </Badge>
  )
}
