import type { Remark } from '@regie/contract/production-reviews'
import { MessageSquare } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useReading } from '../api-review.ts'
import { reviewWords } from '../review-words.ts'

type Props = {
  readonly remarks: readonly Remark[]
  readonly projectId: string
  /** The office answers, the chief takes back; on a review that is over neither does. */
  readonly mayAnswer: boolean
  readonly mayTakeBack: boolean
}

/** What was said of a line: the chief's remark, the office's answer. */
export const ReviewRemarks = ({ remarks, ...rest }: Props) =>
  remarks.length === 0 ? null : (
    <ul className="flex flex-col gap-2">
      {remarks.map((remark) => (
        <One key={remark.id} remark={remark} {...rest} />
      ))}
    </ul>
  )

type OneProps = Omit<Props, 'remarks'> & { readonly remark: Remark }

const One = ({ remark, projectId, mayAnswer, mayTakeBack }: OneProps) => {
  const words = useWords(reviewWords)
  const clock = useClock()
  const { takeBack } = useReading(projectId)
  const { id, text, by, at, answer, answeredBy, withdrawnAt } = remark
  const isOpen = answer === null && withdrawnAt === null
  return (
    <li
      className={`rounded-control border-l-2 px-3 py-2 ${isOpen ? 'border-warn bg-warn-soft' : 'border-line-strong bg-sunken'}`}
    >
      <p className="flex items-baseline gap-2 text-ink-2 text-xs">
        <MessageSquare aria-hidden className="size-3.5 shrink-0 translate-y-0.5" />
        {words.by(by, clock.dateTime(at, 'day'))}
        {withdrawnAt && ` · ${words.takenBack}`}
      </p>
      <p dir="auto" className="whitespace-pre-wrap">
        {text}
      </p>
      {answer && (
        <p dir="auto" className="mt-1 whitespace-pre-wrap">
          <span className="text-ink-2 text-xs">{answeredBy} : </span>
          {answer}
        </p>
      )}
      {isOpen && mayAnswer && <Answer remarkId={id} projectId={projectId} />}
      {isOpen && mayTakeBack && !mayAnswer && (
        <Button
          size="small"
          className="mt-1"
          isPending={takeBack.isPending}
          onPress={() => takeBack.act({ params: { projectId, remarkId: id }, body: {} })}
        >
          {words.takeBack}
        </Button>
      )}
      {takeBack.error && <ProblemNote problem={takeBack.error} />}
    </li>
  )
}

const Answer = (props: { readonly remarkId: string; readonly projectId: string }) => {
  const words = useWords(reviewWords)
  const { answer } = useReading(props.projectId)
  const [text, setText] = useState('')
  const send = () =>
    void answer
      .actAsync({ params: props, body: { text } })
      .then(() => setText(''))
      .catch(() => undefined)
  return (
    <div className="mt-2 flex flex-col gap-2 print:hidden">
      {answer.error && <ProblemNote problem={answer.error} />}
      <div className="flex items-start gap-2">
        <TextField
          className="flex-1"
          label={words.answer}
          isLabelHidden
          placeholder={words.answerHint}
          value={text}
          onChange={setText}
          maxLength={1000}
        />
        <Button isDisabled={text.trim() === ''} isPending={answer.isPending} onPress={send}>
          {words.answer}
        </Button>
      </div>
    </div>
  )
}
