import { type FormEvent, useId, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { doingWords } from '../doing-words.ts'

const MOST = 500

type Props = {
  readonly reasons: readonly string[]
  /** Null: better left. */
  readonly onAnswer: (why: string | null) => void
}

/** Rules warn: what they say, and why it is done all the same. */
export const OverrideDialog = ({ reasons, onAnswer }: Props) => {
  const words = useWords(doingWords).override
  const [why, setWhy] = useState('')
  const form = useId()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (why.trim()) onAnswer(why.trim())
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={() => onAnswer(null)}
      actions={
        <>
          <Button onPress={() => onAnswer(null)}>{words.cancel}</Button>
          <Button tone="primary" type="submit" form={form} isDisabled={why.trim() === ''}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{words.intro}</p>
      <ul className="my-3 list-disc rounded-control bg-warn-soft py-2 pr-3 pl-7 text-warn">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <form id={form} onSubmit={send}>
        <TextField
          label={words.reason}
          description={words.reasonHelp}
          value={why}
          onChange={setWhy}
          maxLength={MOST}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
