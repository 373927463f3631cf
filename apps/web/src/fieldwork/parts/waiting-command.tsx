import type { FieldCommand } from '@regie/contract/field-entries'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { ProblemError } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import type { QueuedCommand, Refused } from '../offline/database.ts'
import { discard, retry } from '../offline/outbox.ts'
import { usePhoneStore } from '../offline/phone.tsx'
import { offlineWords } from '../offline-words.ts'
import { fieldworkWords } from '../words.ts'
import { EditCommand, isEditable } from './edit-command.tsx'

/** One thing that was done: what, when, on which visit, and what became of it. */
export const WaitingCommand = ({ queued }: { queued: QueuedCommand }) => {
  const words = useWords(offlineWords)
  const clock = useClock()
  const { held, db, engine } = usePhoneStore()
  const [asking, setAsking] = useState<'edit' | 'discard' | null>(null)
  const { command, problem, state, aside } = queued
  const stop = held?.stops.find(({ id }) => id === queued.assignmentId)
  const isRefused = state === 'refused'
  const again = () => void retry(db, queued.id).then(engine.wake)
  const close = () => setAsking(null)
  return (
    <article className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
      <p className="font-semibold">
        <Said queued={queued} />
      </p>
      <p className="text-ink-2 text-sm">
        {clock.dateTime(command.deviceAt)}
        {stop && ` · ${stop.client.name}`}
      </p>
      {isRefused && problem && <ProblemNote problem={refusalOf(problem)} />}
      {aside && <p>{words.whyAside[aside as keyof typeof words.whyAside]}</p>}
      {isRefused && (
        <div className="grid grid-cols-2 gap-2">
          <Button tone="primary" onPress={again}>
            {words.retry}
          </Button>
          {isEditable(command.what) ? (
            <Button onPress={() => setAsking('edit')}>{words.edit}</Button>
          ) : (
            <Link to={placeOf(command)} className={buttonClass({})}>
              {words.redo}
            </Link>
          )}
          <Button onPress={() => setAsking('discard')}>{words.discard}</Button>
        </div>
      )}
      {state === 'delivered' && (
        <Button onPress={() => void db.commands.delete(queued.id)}>{words.understood}</Button>
      )}
      {asking === 'edit' && <EditCommand queued={queued} onClose={close} />}
      <ConfirmDialog
        title={words.discardTitle}
        isOpen={asking === 'discard'}
        onClose={close}
        confirm={words.discard}
        tone="danger"
        onConfirm={() => discard(db, queued.id)}
      >
        {words.discardText}
      </ConfirmDialog>
    </article>
  )
}

const ON_PAPER = new Set(['answers', 'paper', 'sign', 'invite'])

/** Where it is done again. */
const placeOf = ({ assignmentId, what }: FieldCommand): string => {
  if (assignmentId === null) return '/absence'
  return `/assignment/${assignmentId}${ON_PAPER.has(what.kind) ? '/report' : ''}`
}

/** As the server said it, in the screen's language. */
const refusalOf = (problem: Refused): ProblemError =>
  new ProblemError(problem.code as 'internal', Number(problem.status), problem as never)

const Said = ({ queued: { command } }: { queued: QueuedCommand }) => {
  const words = useWords(offlineWords)
  const field = useWords(fieldworkWords)
  const clock = useClock()
  const { what } = command
  const kind = words.kinds[what.kind]
  const day = (at: string) => (at.length === 10 ? clock.date(at) : clock.dateTime(at))
  const more = () => {
    switch (what.kind) {
      case 'step':
        return field.told[what.step]
      case 'note':
        return what.text.slice(0, 60)
      case 'part':
        return `${what.quantity} ${what.unit} ${what.label}`
      case 'follow_up':
        return what.title
      case 'file':
        return what.name
      case 'photo':
        return what.caption
      case 'absence':
        return [what.draft.span.from, what.draft.span.until].map(day).join(' – ')
      case 'decline':
      case 'correction':
        return what.reason
      default:
        return ''
    }
  }
  return [kind, more()].filter(Boolean).join(' · ')
}
