import { phoneText } from '@regie/contract/phone'
import type { Technician } from '@regie/contract/workforce'
import { useNavigate } from '@tanstack/react-router'
import { MapPinOff, ShieldAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import type { Pages } from '../../lib/server-state.tsx'
import { Badge } from '../../ui/badge.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { validityOf } from '../validity.ts'
import { workforceWords } from '../words.ts'
import { SkillList } from './skill-list.tsx'

export const TechnicianTable = ({
  pages,
  empty,
}: {
  pages: Pages<Technician>
  empty: ReactNode
}) => {
  const words = useWords(workforceWords)
  const navigate = useNavigate()
  const columns: Column<Technician>[] = [
    {
      id: 'name',
      header: words.name,
      cell: (technician) => (
        <span className="flex min-w-0 items-center gap-3">
          <span
            aria-hidden
            className="h-7 w-1 shrink-0 rounded-full"
            style={{ background: technician.colour }}
          />
          <RowLink
            to={`/technicians/${technician.id}`}
            detail={[words.kinds[technician.kind], technician.team].filter(Boolean).join(' · ')}
          >
            {technician.name}
          </RowLink>
        </span>
      ),
    },
    {
      id: 'skills',
      header: words.skills,
      from: 'md',
      cell: ({ skills }) => <SkillList skills={skills} limit={3} />,
    },
    {
      id: 'phone',
      header: words.phone,
      from: 'lg',
      width: '9rem',
      cell: ({ phone }) => <span className="nums text-ink-2">{phoneText(phone) || '—'}</span>,
    },
    {
      id: 'state',
      header: words.certifications,
      isHeaderHidden: true,
      width: '12rem',
      cell: (technician) => <Warnings technician={technician} />,
    },
  ]
  return (
    <Table
      label={words.technicians}
      pages={pages}
      columns={columns}
      rowKey={({ id }) => id}
      empty={empty}
      onOpen={({ id }) => void navigate({ to: `/technicians/${id}` })}
    />
  )
}

const Warnings = ({ technician }: { technician: Technician }) => {
  const words = useWords(workforceWords)
  const today = useClock().today()
  const states = technician.certifications.map((one) => validityOf(one, today))
  const expired = states.filter((state) => state === 'expired').length
  const expiring = states.filter((state) => state === 'expiring').length
  return (
    <span className="flex flex-wrap justify-end gap-1">
      {expired + expiring > 0 && (
        <Badge tone={expired ? 'bad' : 'warn'} icon={ShieldAlert}>
          {words.toRenew(expired + expiring)}
        </Badge>
      )}
      {!technician.homePosition && (
        <Badge tone="warn" icon={MapPinOff}>
          {words.noHome}
        </Badge>
      )}
    </span>
  )
}
