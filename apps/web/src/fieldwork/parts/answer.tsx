import type { FieldAssignment } from '@regie/contract/fieldwork'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAccept } from '../api.ts'
import { fieldworkWords } from '../words.ts'
import { DeclineDialog } from './decline-dialog.tsx'

/** Accept in one tap; decline asks why. */
export const Answer = ({ stop }: { stop: FieldAssignment }) => {
  const words = useWords(fieldworkWords)
  const accept = useAccept()
  const [isDeclining, setDeclining] = useState(false)
  const params = { assignmentId: stop.id }
  return (
    <div className="flex flex-col gap-2">
      {accept.error && <ProblemNote problem={accept.error} />}
      <div className="grid grid-cols-2 gap-2">
        <Button icon={X} onPress={() => setDeclining(true)}>
          {words.decline}
        </Button>
        <Button
          tone="primary"
          icon={Check}
          isPending={accept.isPending}
          onPress={() => accept.act({ params, body: { version: stop.version } })}
        >
          {words.accept}
        </Button>
      </div>
      <DeclineDialog stop={stop} isOpen={isDeclining} onClose={() => setDeclining(false)} />
    </div>
  )
}
