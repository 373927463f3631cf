import type { Member } from '@regie/contract/identity'
import { CircleSlash, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import type { Pages } from '../../lib/server-state.tsx'
import { useCan, useSession } from '../../lib/session.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { teamWords } from '../words.ts'
import { DisableDialog } from './disable-dialog.tsx'
import { MemberMenu } from './member-menu.tsx'
import { RoleBadge } from './role-badge.tsx'
import { RoleDialog } from './role-dialog.tsx'

type Asked = { readonly what: 'role' | 'disable'; readonly member: Member }

export const MemberTable = ({ pages }: { pages: Pages<Member> }) => {
  const words = useWords(teamWords)
  const can = useCan()
  const [asked, setAsked] = useState<Asked | null>(null)
  const columns = useMemberColumns((what, member) => setAsked({ what, member }))
  const close = () => setAsked(null)
  return (
    <>
      <Table
        label={words.members}
        pages={pages}
        columns={can('identity.manage-members') ? columns : columns.slice(0, -1)}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={UsersRound} title={words.none} text={words.noneText} />}
      />
      {asked?.what === 'role' && <RoleDialog member={asked.member} onClose={close} />}
      {asked?.what === 'disable' && <DisableDialog member={asked.member} onClose={close} />}
    </>
  )
}

const useMemberColumns = (
  ask: (what: Asked['what'], member: Member) => void,
): readonly Column<Member>[] => {
  const words = useWords(teamWords)
  const clock = useClock()
  const { member: me } = useSession()
  return [
    {
      id: 'name',
      header: words.name,
      cell: (member) => (
        <span className="flex min-w-0 items-center gap-2.5">
          <Avatar name={member.name} size="small" />
          <span className="min-w-0">
            <span className="flex items-center gap-2 truncate font-medium">
              <span className="truncate">{member.name}</span>
              {member.id === me.id && <Badge>{words.you}</Badge>}
            </span>
            <span className="block truncate text-ink-2 text-xs md:hidden">{member.email}</span>
          </span>
        </span>
      ),
    },
    {
      id: 'email',
      header: words.email,
      from: 'md',
      cell: (member) => <span className="text-ink-2">{member.email}</span>,
    },
    { id: 'role', header: words.role, cell: (member) => <RoleBadge role={member.role} /> },
    {
      id: 'joined',
      header: words.joined,
      from: 'lg',
      cell: (member) => (
        <span className="nums text-ink-2">{clock.dateAt(member.joinedAt, 'short')}</span>
      ),
    },
    {
      id: 'state',
      header: words.state,
      from: 'sm',
      cell: (member) =>
        member.disabledAt ? (
          <Badge tone="warn" icon={CircleSlash}>
            {words.disabled}
          </Badge>
        ) : (
          <span className="text-ink-2">{words.active}</span>
        ),
    },
    {
      id: 'actions',
      header: words.actionsHead,
      isHeaderHidden: true,
      width: '3rem',
      align: 'end',
      cell: (member) => <MemberMenu member={member} ask={ask} />,
    },
  ]
}
