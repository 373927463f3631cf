import type { AbsenceDraft } from '@regie/contract/workforce'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { usePhoneStore } from '../offline/phone.tsx'
import { useTell } from '../offline/use-tell.ts'
import { Back } from '../parts/back.tsx'
import { Block } from '../parts/block.tsx'
import { fieldworkWords } from '../words.ts'

const reasons = ['leave', 'sick', 'training', 'other'] as const
const tones: Readonly<Record<string, BadgeTone>> = {
  pending: 'warn',
  granted: 'good',
  refused: 'bad',
}

/** Asking for days off, and what became of what was asked. */
export const Absence = () => {
  const words = useWords(fieldworkWords)
  return (
    <div className="flex flex-col pb-8">
      <Back to="/week" />
      <div className="flex flex-col gap-4 px-4">
        <h1 className="font-bold text-2xl">{words.absence}</h1>
        <AbsenceForm />
        <Block title={words.absences}>
          <Requests />
        </Block>
      </div>
    </div>
  )
}

const AbsenceForm = () => {
  const words = useWords(fieldworkWords)
  const tell = useTell(null)
  const [from, setFrom] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [reason, setReason] = useState<AbsenceDraft['reason']>('leave')
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const last = until ?? from
  const isBackwards = from !== null && last !== null && last < from
  const send = async () => {
    setTried(true)
    if (from === null || last === null || isBackwards) return
    const span = { kind: 'days', from, until: last } as const
    if (!(await tell({ kind: 'absence', draft: { span, reason, note } }))) return
    showToast({ tone: 'good', title: words.absenceAsked })
    setFrom(null)
    setUntil(null)
    setNote('')
    setTried(false)
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-3 min-[22rem]:grid-cols-2">
        <DateField
          label={words.absenceFrom}
          value={from}
          onChange={setFrom}
          error={isTried && from === null ? words.requiredField : undefined}
        />
        <DateField
          label={words.absenceUntil}
          value={until}
          onChange={setUntil}
          error={isTried && isBackwards ? words.absenceOrder : undefined}
          isOptional
        />
      </div>
      <Select
        label={words.absenceReason}
        value={reason}
        onChange={(value) => value && setReason(value)}
        options={reasons.map((id) => ({ id, label: words.absenceReasons[id] }))}
      />
      <TextField
        label={words.absenceNote}
        value={note}
        onChange={setNote}
        rows={2}
        maxLength={1000}
        isOptional
      />
      <Button tone="primary" onPress={() => void send()}>
        {words.send}
      </Button>
    </div>
  )
}

const Requests = () => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const { held } = usePhoneStore()
  const sent = held?.meta?.absenceRequests ?? []
  const known = new Set(sent.map(({ id }) => id))
  const queued = (held?.commands ?? []).flatMap(({ id, command: { what } }) =>
    what.kind === 'absence' && !known.has(id) ? [{ id, draft: what.draft, state: null }] : [],
  )
  const all = [...queued, ...sent.toReversed()]
  if (all.length === 0) return <p className="text-ink-2">{words.noAbsences}</p>
  return (
    <ul className="flex flex-col gap-2">
      {all.map(({ id, draft, state }) => (
        <li key={id} className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 flex-1">
            {[...new Set([dayOf(clock, draft.span.from), dayOf(clock, draft.span.until)])].join(
              ' – ',
            )}{' '}
            · {words.absenceReasons[draft.reason ?? 'leave']}
          </span>
          <Badge tone={state ? tones[state] : 'warn'}>
            {state ? words.absenceStates[state] : words.unsent}
          </Badge>
        </li>
      ))}
    </ul>
  )
}

const dayOf = (clock: ReturnType<typeof useClock>, value: string): string =>
  value.length === 10 ? clock.date(value) : clock.dateTime(value)
