import { Check, X } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { late } from '../../lib/late.ts'
import { Button } from '../../ui/button.tsx'
import type { PhoneStop } from '../offline/overlay.ts'
import { useTell } from '../offline/use-tell.ts'
import { fieldworkWords } from '../words.ts'

// Dialogs and fields are not needed to show the day: they come with the first refusal, from the phone's own store.
const DeclineDialog = late(() => import('./decline-dialog.tsx'), 'DeclineDialog')

/** Accept in one tap; decline asks why. */
export const Answer = ({ stop }: { stop: PhoneStop }) => {
  const words = useWords(fieldworkWords)
  const tell = useTell(stop)
  const [isDeclining, setDeclining] = useState(false)
  return (
    <div className="flex flex-wrap gap-2 *:flex-auto">
      <Button icon={X} onPress={() => setDeclining(true)}>
        {words.decline}
      </Button>
      <Button
        tone="primary"
        icon={Check}
        onPress={() => void tell({ kind: 'accept', startsAt: stop.startsAt })}
      >
        {words.accept}
      </Button>
      {isDeclining && (
        <Suspense>
          <DeclineDialog stop={stop} onClose={() => setDeclining(false)} />
        </Suspense>
      )}
    </div>
  )
}
