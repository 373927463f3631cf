import type { FieldAssignment } from '@regie/contract/fieldwork'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useAddNote } from '../api.ts'
import { fieldworkWords } from '../words.ts'

/** What was noted, oldest first, and a field for more. The text stays until the server has it. */
export const Notes = ({ stop }: { stop: FieldAssignment }) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const add = useAddNote()
  const [text, setText] = useState('')
  const send = async () => {
    try {
      await add.actAsync({ params: { assignmentId: stop.id }, body: { text } })
      setText('')
    } catch {
      // The refusal is shown from add.error; the text stays in the field.
    }
  }
  return (
    <div className="flex flex-col gap-3">
      {stop.notes.length === 0 && <p className="text-ink-2">{words.noNotes}</p>}
      <ul className="flex flex-col gap-2">
        {stop.notes.map((note) => (
          <li key={note.id} className="rounded-control bg-canvas px-3 py-2">
            <p className="whitespace-pre-wrap break-words">{note.text}</p>
            <p className="mt-1 text-ink-2 text-sm">
              {note.by} · {clock.dateTime(note.at)}
            </p>
          </li>
        ))}
      </ul>
      {add.error && <ProblemNote problem={add.error} />}
      <TextField
        label={words.addNote}
        value={text}
        onChange={setText}
        rows={3}
        maxLength={4000}
        isOptional
      />
      <Button isPending={add.isPending} isDisabled={!text.trim()} onPress={() => void send()}>
        {words.sendNote}
      </Button>
    </div>
  )
}
