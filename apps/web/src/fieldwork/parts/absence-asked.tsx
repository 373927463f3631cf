import type { AbsenceRequest } from '@regie/contract/fieldwork'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useDecideAbsence } from '../api.ts'
import { officeWords } from '../office-words.ts'

export const AbsenceAsked = ({ request }: { request: AbsenceRequest }) => {
  const words = useWords(officeWords)
  const clock = useClock()
  const decide = useDecideAbsence()
  const { span, reason, note } = request.draft
  const day = (value: string) => (span.kind === 'days' ? clock.date(value) : clock.dateTime(value))
  const settle = (granted: boolean) =>
    decide.act({ params: { requestId: request.id }, body: { granted } })
  return (
    <Card
      title={`${request.technicianName} · ${[...new Set([day(span.from), day(span.until)])].join(' – ')}`}
      description={[words.reasons[reason], note].filter(Boolean).join(' · ')}
    >
      <div className="flex flex-col gap-3">
        {decide.error && <ProblemNote problem={decide.error} />}
        <div className="flex gap-2">
          <Button tone="primary" isPending={decide.isPending} onPress={() => settle(true)}>
            {words.grant}
          </Button>
          <Button isDisabled={decide.isPending} onPress={() => settle(false)}>
            {words.refuse}
          </Button>
        </div>
      </div>
    </Card>
  )
}
