import { type Absence, absenceDraft } from '@regie/contract/workforce'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { faultAt } from '../../ui/fault-at.ts'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import { useCreateAbsence, useUpdateAbsence } from '../api.ts'
import { workforceWords } from '../words.ts'

type Props = {
  readonly technicianId: string
  readonly absence?: Absence
  readonly onClose: () => void
}

const FORM = 'absence'
const reasons = ['leave', 'sick', 'training', 'other'] as const

export const AbsenceDialog = ({ technicianId, absence, onClose }: Props) => {
  const words = useWords(workforceWords)
  const clock = useClock()
  const create = useCreateAbsence()
  const update = useUpdateAbsence()
  const today = clock.today()
  const form = useForm(
    absenceDraft,
    absence ?? { reason: 'leave', note: '', span: { kind: 'days', from: today, until: today } },
  )
  const save = useSaving(form, absence, {
    create: (draft) => create.actAsync({ params: { technicianId }, body: draft }),
    update: ({ id }, body) => update.actAsync({ params: { technicianId, absenceId: id }, body }),
    onSaved: onClose,
  })
  return (
    <Dialog
      title={absence ? words.editAbsence : words.addAbsence}
      isOpen
      onClose={onClose}
      actions={<FormActions form={form} id={FORM} onClose={onClose} />}
    >
      <Form form={form} id={FORM} onSubmit={save}>
        <FormField form={form} name="reason">
          {(bind) => (
            <Select
              label={words.reason}
              options={reasons.map((id) => ({ id, label: words.reasons[id] }))}
              {...bind}
            />
          )}
        </FormField>
        <FormField form={form} name="span">
          {(bind) => (
            <SpanField
              value={bind.value}
              onChange={bind.onChange}
              error={
                faultAt(form.formState.errors, 'span', 'from') ??
                faultAt(form.formState.errors, 'span', 'until')
              }
            />
          )}
        </FormField>
        <FormField form={form} name="note">
          {(bind) => <TextField label={words.note} rows={2} isOptional {...bind} />}
        </FormField>
      </Form>
    </Dialog>
  )
}

type SpanProps = {
  readonly value: Absence['span'] | null
  readonly onChange: (span: Absence['span']) => void
  readonly error: string | undefined
}

const SpanField = ({ value, onChange, error }: SpanProps) => {
  const words = useWords(workforceWords)
  const clock = useClock()
  const today = clock.today()
  const isHours = value?.kind === 'hours'
  const from = value ? (isHours ? clock.dateOf(value.from) : value.from) : today
  const until = value && !isHours ? value.until : from
  const [times, setTimes] = useState({
    start: isHours ? clock.timeOf(value.from) : '09:00',
    end: isHours ? clock.timeOf(value.until) : '12:00',
  })
  const setHours = (date: string, next: { start: string; end: string }) => {
    setTimes(next)
    onChange({
      kind: 'hours',
      from: clock.instantOf(date, next.start),
      until: clock.instantOf(date, next.end),
    })
  }
  return (
    <div className="flex flex-col gap-4">
      <Segmented
        label={words.span}
        choices={[
          { id: 'days', label: words.wholeDays },
          { id: 'hours', label: words.hours },
        ]}
        value={isHours ? 'hours' : 'days'}
        onChange={(kind) =>
          kind === 'hours' ? setHours(from, times) : onChange({ kind: 'days', from, until: from })
        }
      />
      {isHours ? (
        <div className="grid grid-cols-[1.4fr_1fr_1fr] items-start gap-2">
          <DateField
            label={words.day}
            value={from}
            onChange={(date) => date && setHours(date, times)}
          />
          <TimeField
            label={words.from}
            value={times.start}
            onChange={(start) => start && setHours(from, { ...times, start })}
          />
          <TimeField
            label={words.until}
            value={times.end}
            onChange={(end) => end && setHours(from, { ...times, end })}
            error={error}
          />
        </div>
      ) : (
        <div className="grid grid-cols-2 items-start gap-2">
          <DateField
            label={words.firstDay}
            value={from}
            onChange={(date) =>
              date &&
              onChange({ kind: 'days', from: date, until: [date, until].sort().at(-1) ?? date })
            }
          />
          <DateField
            label={words.lastDay}
            value={until}
            onChange={(date) => date && onChange({ kind: 'days', from, until: date })}
            error={error}
          />
        </div>
      )}
    </div>
  )
}
