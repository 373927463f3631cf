import type { Outcome } from '@regie/contract/report-content'
import { CheckCircle2, CopyPlus } from 'lucide-react'
import { useState } from 'react'
import { type PhoneStop, useTell } from '../../fieldwork/index.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { paperWords } from '../paper-words.ts'
import { reportWords } from '../words.ts'

type Props = {
  readonly stop: PhoneStop
  readonly outcome: Outcome
  readonly onChange: (change: Partial<Outcome>) => void
}

/** What is to follow: in words, and with one tap as a work order that the office finds among its requests. */
export const FollowUpField = ({ stop, outcome, onChange }: Props) => {
  const words = useWords(reportWords)
  const own = useWords(paperWords)
  const tell = useTell(stop)
  const [isPending, setPending] = useState(false)
  const open = async () => {
    setPending(true)
    const title = outcome.followUp || own.followUpOf(stop.title)
    const asked = { durationMinutes: null, wishedOn: null, description: outcome.reason }
    const isKept = await tell({ kind: 'follow_up', title: title.slice(0, 200), ...asked })
    if (isKept) onChange({ followUp: title, isFollowUpOpened: true })
    setPending(false)
  }
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={words.followUp}
        isOptional
        maxLength={500}
        isReadOnly={outcome.isFollowUpOpened === true}
        value={outcome.followUp}
        onChange={(followUp) => onChange({ followUp })}
      />
      {outcome.isFollowUpOpened ? (
        <p className="flex items-center gap-2 text-good">
          <CheckCircle2 aria-hidden className="size-5 shrink-0" />
          {own.followUpOpened}
        </p>
      ) : (
        <Button icon={CopyPlus} isPending={isPending} onPress={() => void open()}>
          {own.openFollowUp}
        </Button>
      )}
    </div>
  )
}
