import type { VisitPage } from '@regie/contract/portal-visit'
import { Star } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Note } from '../../ui/note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useRateVisit } from '../api.ts'
import { visitWords } from '../visit-words.ts'

const FIVE = [1, 2, 3, 4, 5] as const

/** Stars, one question, a comment. */
export const OpinionForm = ({ page, token }: { page: VisitPage; token: string }) => {
  const words = useWords(visitWords)
  const { given } = page.survey
  const [stars, setStars] = useState(given?.stars ?? 0)
  const [solved, setSolved] = useState<'yes' | 'no'>(given?.solved === false ? 'no' : 'yes')
  const [comment, setComment] = useState(given?.comment ?? '')
  const [quotable, setQuotable] = useState(false)
  const { act, isPending, error, data } = useRateVisit(token)
  const body = { stars, solved: solved === 'yes', comment, quotable }
  return (
    <section aria-labelledby="opinion" className="flex flex-col gap-3 print:hidden">
      <div>
        <h2 id="opinion" className="font-semibold text-lg">
          {words.opinion}
        </h2>
        <p className="text-ink-2">{words.opinionText}</p>
      </div>
      <Stars value={stars} onChange={setStars} />
      <div className="flex flex-col gap-1.5">
        <p className="font-medium">{words.solved}</p>
        <Segmented<'yes' | 'no'>
          label={words.solved}
          value={solved}
          choices={[
            { id: 'yes', label: words.yes },
            { id: 'no', label: words.no },
          ]}
          onChange={setSolved}
        />
      </div>
      <TextField
        label={words.comment}
        rows={3}
        maxLength={2000}
        value={comment}
        onChange={(value) => setComment(value ?? '')}
      />
      <Checkbox label={words.quotable} value={quotable} onChange={setQuotable} />
      {error && <ProblemNote problem={error} />}
      <Button
        tone="primary"
        className="min-h-12 justify-center"
        isDisabled={stars === 0}
        isPending={isPending}
        onPress={() => act({ params: { token }, body })}
      >
        {words.send}
      </Button>
      <div aria-live="polite">{(data || given) && <Note tone="good">{words.thanks}</Note>}</div>
    </section>
  )
}

type StarsProps = { readonly value: number; readonly onChange: (stars: number) => void }

const Stars = ({ value, onChange }: StarsProps) => {
  const words = useWords(visitWords)
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">{words.opinion}</legend>
      {FIVE.map((count) => (
        <label
          key={count}
          className="grid size-12 cursor-pointer place-items-center rounded-control has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="stars"
            className="sr-only"
            checked={value === count}
            onChange={() => onChange(count)}
          />
          <span className="sr-only">{words.stars(count)}</span>
          <Star
            aria-hidden
            className={count <= value ? 'size-8 fill-current text-warn' : 'size-8 text-ink-3'}
          />
        </label>
      ))}
    </fieldset>
  )
}
