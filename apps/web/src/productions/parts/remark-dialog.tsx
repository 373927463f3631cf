import type { ReviewLine } from '@regie/contract/production-reviews'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useReading } from '../api-review.ts'
import { reviewWords } from '../review-words.ts'
import { useLineText } from './review-changes.tsx'

type Props = {
  readonly line: ReviewLine
  readonly projectId: string
  readonly onClose: () => void
}

/** A chief says what is wrong on a line. */
export const RemarkDialog = ({ line, projectId, onClose }: Props) => {
  const words = useWords(reviewWords)
  const textOf = useLineText()
  const { remark } = useReading(projectId)
  const [text, setText] = useState('')
  const send = () =>
    void remark
      .actAsync({ params: { projectId }, body: { positionId: line.positionId, text } })
      .then(onClose, () => undefined)
  return (
    <Dialog
      title={words.remarkOn(line.role || words.unnamed)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            tone="primary"
            isDisabled={text.trim() === ''}
            isPending={remark.isPending}
            onPress={send}
          >
            {words.send}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {remark.error && <ProblemNote problem={remark.error} />}
        <p className="text-ink-2">{textOf(line)}</p>
        <TextField
          label={words.remarkHint}
          rows={3}
          autoFocus
          value={text}
          onChange={setText}
          maxLength={1000}
        />
      </div>
    </Dialog>
  )
}
