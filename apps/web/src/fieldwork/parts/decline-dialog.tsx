import type { FieldAssignment } from '@regie/contract/fieldwork'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { toProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useDecline } from '../api.ts'
import { fieldworkWords } from '../words.ts'

type Props = {
  readonly stop: FieldAssignment
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Asks for the reason: the planner looks for somebody else with it. */
export const DeclineDialog = ({ stop, isOpen, onClose }: Props) => {
  const words = useWords(fieldworkWords)
  const decline = useDecline()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const send = async () => {
    if (!reason.trim()) return setMissing(true)
    try {
      await decline.actAsync({
        params: { assignmentId: stop.id },
        body: { version: stop.version, reason },
      })
      onClose()
    } catch {
      // The refusal is shown from decline.error.
    }
  }
  return (
    <Dialog
      title={words.declineTitle}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button tone="danger" isPending={decline.isPending} onPress={() => void send()}>
            {words.decline}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {decline.error && <ProblemNote problem={toProblem(decline.error)} />}
        <TextField
          label={words.declineWhy}
          description={words.declineHint}
          value={reason}
          onChange={(text) => {
            setReason(text)
            setMissing(false)
          }}
          error={isMissing ? words.required : undefined}
          rows={3}
          maxLength={500}
          autoFocus
        />
      </div>
    </Dialog>
  )
}
