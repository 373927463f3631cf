import type { CommandBody } from '@regie/contract/field-entries'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import type { QueuedCommand } from '../offline/database.ts'
import { replace } from '../offline/outbox.ts'
import { usePhoneStore } from '../offline/phone.tsx'
import { offlineWords } from '../offline-words.ts'
import { fieldworkWords } from '../words.ts'

/** The words in it that a person may put right. */
const textOf = (what: CommandBody): string | null => {
  switch (what.kind) {
    case 'note':
      return what.text
    case 'decline':
    case 'correction':
      return what.reason
    case 'part':
      return what.label
    case 'follow_up':
      return what.title
    default:
      return null
  }
}

const withText = (what: CommandBody, text: string): CommandBody => {
  switch (what.kind) {
    case 'note':
      return { ...what, text }
    case 'decline':
    case 'correction':
      return { ...what, reason: text }
    case 'part':
      return { ...what, label: text }
    case 'follow_up':
      return { ...what, title: text }
    default:
      return what
  }
}

export const isEditable = (what: CommandBody): boolean => textOf(what) !== null

/** Puts right what the server refused; it goes as a new command. */
export const EditCommand = ({
  queued,
  onClose,
}: {
  queued: QueuedCommand
  onClose: () => void
}) => {
  const words = useWords(offlineWords)
  const field = useWords(fieldworkWords)
  const clock = useClock()
  const { db, engine } = usePhoneStore()
  const { what } = queued.command
  const [text, setText] = useState(textOf(what) ?? '')
  const told = what.kind === 'correction' ? what.at : null
  const [date, setDate] = useState<string | null>(told && clock.dateOf(told))
  const [time, setTime] = useState<string | null>(told && clock.timeOf(told))
  const save = async () => {
    const at = date && time ? clock.instantOf(date, time) : null
    const said = withText(what, text.trim())
    const next = said.kind === 'correction' && at ? { ...said, at } : said
    await replace(db, queued.id, next)
    engine.wake()
    onClose()
  }
  return (
    <Dialog
      title={words.kinds[what.kind]}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button tone="primary" isDisabled={!text.trim()} onPress={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {told && (
          <div className="grid grid-cols-2 gap-3">
            <DateField label={field.correctDate} value={date} onChange={setDate} />
            <TimeField label={field.correctTime} value={time} onChange={setTime} />
          </div>
        )}
        <TextField label={words.content} value={text} onChange={setText} rows={4} />
      </div>
    </Dialog>
  )
}
