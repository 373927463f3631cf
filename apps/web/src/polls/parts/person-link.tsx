import type { PollPerson } from '@regie/contract/polls'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useRenewLink } from '../api.ts'
import { pollWords } from '../words.ts'

type Props = { readonly pollId: string; readonly person: PollPerson }

/** The link somebody was sent: another in its place, or none. */
export const PersonLink = ({ pollId, person }: Props) => {
  const words = useWords(pollWords)
  const clock = useClock()
  const { actAsync } = useRenewLink()
  const [asked, ask] = useState<'new' | 'revoke' | null>(null)
  const { technicianId, linkSince, reachable } = person
  const isNew = asked === 'new'
  const renew = async () => {
    await actAsync({ params: { pollId, technicianId }, body: { send: isNew } })
    showToast({ tone: 'good', title: isNew ? words.linkSent : words.linkRevoked })
  }
  return (
    <section className="flex flex-col gap-2 border-line border-t pt-4">
      <h3 className="font-semibold">{words.link}</h3>
      <p className="text-ink-2">
        {linkSince ? words.linkSince(clock.dateTime(linkSince)) : words.linkText}
      </p>
      <div className="flex flex-wrap gap-2">
        {reachable && <Button onPress={() => ask('new')}>{words.linkNew}</Button>}
        <Button onPress={() => ask('revoke')}>{words.linkRevoke}</Button>
      </div>
      <ConfirmDialog
        title={isNew ? words.linkNew : words.linkRevoke}
        isOpen={asked !== null}
        onClose={() => ask(null)}
        confirm={isNew ? words.linkNew : words.linkRevoke}
        onConfirm={renew}
      >
        {isNew ? words.linkNewText : words.linkRevokeText}
      </ConfirmDialog>
    </section>
  )
}
