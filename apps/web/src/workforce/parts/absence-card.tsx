import type { Absence } from '@regie/contract/workforce'
import {
  CalendarOff,
  GraduationCap,
  type LucideIcon,
  Pencil,
  Plus,
  Stethoscope,
  Sun,
  Trash2,
} from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAbsences, useRemoveAbsence } from '../api.ts'
import { workforceWords } from '../words.ts'
import { AbsenceDialog } from './absence-dialog.tsx'

const icons: Readonly<Record<Absence['reason'], LucideIcon>> = {
  leave: Sun,
  sick: Stethoscope,
  training: GraduationCap,
  other: CalendarOff,
}

type Asked =
  | { readonly what: 'add' }
  | { readonly what: 'edit' | 'remove'; readonly absence: Absence }

export const AbsenceCard = ({ technicianId }: { technicianId: string }) => {
  const words = useWords(workforceWords)
  const mayWrite = useCan()('workforce.write')
  const { data, error } = useAbsences(technicianId)
  const { actAsync: remove } = useRemoveAbsence()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  return (
    <Card
      title={words.absences}
      actions={
        mayWrite && (
          <Button size="small" icon={Plus} onPress={() => setAsked({ what: 'add' })}>
            {words.addAbsence}
          </Button>
        )
      }
    >
      {error && <ProblemNote problem={error} />}
      {data?.length === 0 && <p className="text-ink-2">{words.noAbsences}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {data?.map((absence) => (
          <Line
            key={absence.id}
            absence={absence}
            ask={mayWrite ? (what) => setAsked({ what, absence }) : null}
          />
        ))}
      </ul>
      {asked?.what === 'add' && <AbsenceDialog technicianId={technicianId} onClose={close} />}
      {asked?.what === 'edit' && (
        <AbsenceDialog technicianId={technicianId} absence={asked.absence} onClose={close} />
      )}
      {asked?.what === 'remove' && (
        <ConfirmDialog
          title={words.removeAbsence}
          confirm={words.remove}
          isOpen
          onClose={close}
          onConfirm={() => remove({ params: { technicianId, absenceId: asked.absence.id } })}
        >
          <p>{words.removeAbsenceText}</p>
        </ConfirmDialog>
      )}
    </Card>
  )
}

const Line = ({
  absence,
  ask,
}: {
  absence: Absence
  ask: ((what: 'edit' | 'remove') => void) | null
}) => {
  const words = useWords(workforceWords)
  const clock = useClock()
  const Icon = icons[absence.reason]
  const { span } = absence
  const when =
    span.kind === 'hours'
      ? `${clock.dateAt(span.from)}, ${clock.range(span.from, span.until)}`
      : span.from === span.until
        ? clock.date(span.from)
        : `${clock.date(span.from)} – ${clock.date(span.until)}`
  return (
    <li className="flex items-start gap-3 py-2">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-2" />
      <div className="min-w-0 flex-1">
        <p className="nums">
          <span className="font-medium">{words.reasons[absence.reason]}</span>
          <span className="text-ink-2"> · {when}</span>
        </p>
        {absence.note && <p className="text-ink-2">{absence.note}</p>}
      </div>
      {ask && (
        <span className="flex">
          <IconButton
            size="small"
            icon={Pencil}
            label={words.editAbsence}
            onPress={() => ask('edit')}
          />
          <IconButton
            size="small"
            icon={Trash2}
            label={words.removeAbsence}
            onPress={() => ask('remove')}
          />
        </span>
      )}
    </li>
  )
}
