import { Phone } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useAskForCall } from '../api.ts'
import { visitWords } from '../visit-words.ts'

/** A number and a word: the office calls back. */
export const CallForm = ({ token, onDone }: { token: string; onDone: () => void }) => {
  const words = useWords(visitWords)
  const [phone, setPhone] = useState('')
  const [comment, setComment] = useState('')
  const { actAsync, isPending, error } = useAskForCall(token)
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void actAsync({ params: { token }, body: { phone, comment } }).then(onDone, () => undefined)
      }}
    >
      <TextField
        label={words.phone}
        type="tel"
        autoComplete="tel"
        inputMode="tel"
        maxLength={40}
        value={phone}
        onChange={(value) => setPhone(value ?? '')}
      />
      <TextField
        label={words.callComment}
        rows={2}
        maxLength={1000}
        value={comment}
        onChange={(value) => setComment(value ?? '')}
      />
      {error && <ProblemNote problem={error} />}
      <div className="grid grid-cols-2 gap-2">
        <Button className="min-h-12 justify-center" onPress={onDone}>
          {words.back}
        </Button>
        <Button
          type="submit"
          tone="primary"
          icon={Phone}
          className="min-h-12 justify-center"
          isPending={isPending}
        >
          {words.send}
        </Button>
      </div>
    </form>
  )
}
