import type { PollDetail } from '@regie/contract/polls'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { InstantField } from '../../ui/instant-field.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useAskMore, useChangePoll } from '../api.ts'
import { pollWords } from '../words.ts'
import { PeopleField } from './people-field.tsx'
import { RemindSelect } from './remind-select.tsx'

type Props = { readonly poll: PollDetail; readonly onClose: () => void }

/** The words and the deadline; a later one opens a poll again. */
export const ChangeDialog = ({ poll, onClose }: Props) => {
  const words = useWords(pollWords)
  const clock = useClock()
  const { actAsync, isPending, error } = useChangePoll()
  const [title, setTitle] = useState(poll.title)
  const [message, setMessage] = useState(poll.message)
  const [remindHours, setRemind] = useState(poll.remindHours)
  const [closesAt, setClosesAt] = useState<string | null>(() =>
    poll.open ? poll.closesAt : clock.instantOf(clock.dateOf(Date.now() + 2 * 86_400_000), '18:00'),
  )
  const save = async () => {
    if (closesAt === null || title.trim() === '') return
    const body = { version: poll.version, title, message, closesAt, remindHours }
    const saved = await actAsync({ params: { pollId: poll.id }, body }).catch(() => undefined)
    if (!saved) return
    showToast({ tone: 'good', title: words.saved })
    onClose()
  }
  return (
    <Dialog
      title={poll.open ? words.change : words.reopen}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button tone="primary" isPending={isPending} onPress={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField label={words.name} value={title} maxLength={160} onChange={setTitle} />
        <TextField
          label={words.message}
          value={message}
          rows={3}
          maxLength={1000}
          isOptional
          onChange={setMessage}
        />
        <InstantField
          label={words.deadline}
          usualTime="18:00"
          value={closesAt}
          onChange={setClosesAt}
        />
        <RemindSelect value={remindHours} onChange={setRemind} />
        {error && <ProblemNote problem={error} />}
      </div>
    </Dialog>
  )
}

export const AskMoreDialog = ({ poll, onClose }: Props) => {
  const words = useWords(pollWords)
  const { actAsync, isPending, error } = useAskMore()
  const [people, setPeople] = useState<ReadonlySet<string>>(new Set())
  const asked = new Set(poll.people.map(({ technicianId }) => technicianId))
  const send = async () => {
    const body = { technicianIds: [...people] }
    const saved = await actAsync({ params: { pollId: poll.id }, body }).catch(() => undefined)
    if (!saved) return
    showToast({ tone: 'good', title: words.sent })
    onClose()
  }
  return (
    <Dialog
      title={words.askMore}
      isOpen
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            tone="primary"
            isPending={isPending}
            isDisabled={people.size === 0}
            onPress={() => void send()}
          >
            {words.send}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">{words.askMoreText}</p>
        <PeopleField value={people} onChange={setPeople} without={asked} />
        {error && <ProblemNote problem={error} />}
      </div>
    </Dialog>
  )
}
