import type { CommandBody } from '@regie/contract/field-entries'
import type { NoteLine } from '@regie/contract/field-log'
import { CloudUpload, PenLine } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { makeId } from '../../lib/id.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { fieldworkWords } from '../words.ts'

type Props = {
  readonly notes: readonly NoteLine[]
  readonly unsent: ReadonlySet<string>
  /** Null: to be read only. */
  readonly tell: ((what: CommandBody) => Promise<boolean>) | null
}

/** What was noted, oldest first, and a field for more. One's own may be put right; an emptied one is taken back. */
export const Notes = ({ notes, unsent, tell }: Props) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const [text, setText] = useState('')
  const [editing, setEditing] = useState<NoteLine | null>(null)
  const send = async () => {
    const noteId = editing?.id ?? makeId()
    if (!(await tell?.({ kind: 'note', noteId, text: text.trim() }))) return
    setText('')
    setEditing(null)
  }
  const edit = (note: NoteLine) => {
    setEditing(note)
    setText(note.text)
  }
  return (
    <div className="flex flex-col gap-3">
      {notes.length === 0 && <p className="text-ink-2">{words.noNotes}</p>}
      <ul className="flex flex-col gap-2">
        {notes.map((note) => (
          <li key={note.id} className="flex items-start rounded-control bg-canvas py-1 pl-3">
            <div className="min-w-0 flex-1 py-1">
              <p className="whitespace-pre-wrap break-words">{note.text}</p>
              <p className="mt-1 flex items-center gap-2 text-ink-2 text-sm">
                {note.by} · {clock.dateTime(note.at)}
                {unsent.has(note.entry.id) && (
                  <CloudUpload aria-label={words.unsent} className="size-5 text-warn" />
                )}
              </p>
            </div>
            {tell && note.mine && (
              <IconButton icon={PenLine} label={words.editNote} onPress={() => edit(note)} />
            )}
          </li>
        ))}
      </ul>
      {tell && (
        <>
          <TextField
            label={editing ? words.editNote : words.addNote}
            value={text}
            onChange={setText}
            rows={3}
            maxLength={4000}
            isOptional
          />
          <Button isDisabled={!text.trim() && !editing} onPress={() => void send()}>
            {editing && !text.trim() ? words.takeBack : words.save}
          </Button>
        </>
      )}
    </div>
  )
}
