import { type ReactNode, useState } from 'react'
import { useWords } from '../lib/language.tsx'
import { type ProblemError, toProblem } from '../lib/problem.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemNote } from './problem-note.tsx'
import { overlayWords } from './words.ts'

type Props = {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** What will happen, in one or two sentences. */
  readonly children: ReactNode
  /** The verb on the button: « Archiver », never « OK ». */
  readonly confirm: string
  readonly tone?: 'danger' | 'primary'
  /** A refusal stays in the dialog, and so does an answer that lacks (`false`); success closes it. */
  readonly onConfirm: () => Promise<unknown>
}

export const ConfirmDialog = (props: Props) => {
  const words = useWords(overlayWords)
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const close = () => {
    setProblem(null)
    props.onClose()
  }
  const confirm = async () => {
    setPending(true)
    setProblem(null)
    try {
      if ((await props.onConfirm()) !== false) close()
    } catch (error) {
      setProblem(toProblem(error))
    } finally {
      setPending(false)
    }
  }
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={close}
      role="alertdialog"
      isModalOnly
      actions={
        <>
          <Button onPress={close}>{words.cancel}</Button>
          <Button
            tone={props.tone ?? 'danger'}
            isPending={isPending}
            onPress={() => void confirm()}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 text-ink-2">
        {props.children}
        {problem && <ProblemNote problem={problem} />}
      </div>
    </Dialog>
  )
}
