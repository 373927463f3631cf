import type { Invitation } from '@regie/contract/identity'
import { Clock3, MailX, RotateCw, X } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import { useInvitations, useResendInvitation, useRevokeInvitation } from '../api.ts'
import { teamWords } from '../words.ts'
import { RoleBadge } from './role-badge.tsx'

/** Letters without an answer yet; nothing at all when there are none. */
export const InvitationList = () => {
  const words = useWords(teamWords)
  const { data } = useInvitations()
  if (!data || data.items.length === 0) return null
  return (
    <Card title={words.invitations} isFlush>
      <ul>
        {data.items.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Card>
  )
}

const InvitationRow = ({ invitation }: { invitation: Invitation }) => {
  const words = useWords(teamWords)
  const clock = useClock()
  const resend = useResendInvitation()
  const revoke = useRevokeInvitation()
  const { email, name, role, state } = invitation
  const params = { invitationId: invitation.id }
  const told = (title: string) => () => showToast({ tone: 'good', title })
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className="truncate font-medium">
          {name || email}
          {name && <span className="ml-2 font-normal text-ink-2">{email}</span>}
        </p>
        <p className="truncate text-ink-2 text-xs">
          {words.invitedBy(invitation.invitedBy, clock.relative(invitation.sentAt))}
          {state === 'pending' && ` · ${words.expires(clock.dateAt(invitation.expiresAt))}`}
        </p>
      </div>
      <RoleBadge role={role} />
      {state === 'expired' ? (
        <Badge tone="warn" icon={MailX}>
          {words.expired}
        </Badge>
      ) : (
        <Badge tone="info" icon={Clock3}>
          {words.pending}
        </Badge>
      )}
      <div className="flex items-center">
        <Button
          tone="quiet"
          size="small"
          icon={RotateCw}
          isPending={resend.isPending}
          onPress={() =>
            void resend.actAsync({ params }).then(told(words.resent(email)), showProblem)
          }
        >
          {words.resend}
        </Button>
        <IconButton
          icon={X}
          label={`${words.revoke} : ${email}`}
          onPress={() =>
            void revoke.actAsync({ params }).then(told(words.revoked(email)), showProblem)
          }
        />
      </div>
    </li>
  )
}
