import type { PollSettings } from '@regie/contract/polls'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { toProblem } from '../../lib/problem.ts'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { Note } from '../../ui/note.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { usePollSettings, useSavePollSettings } from '../api.ts'
import { pollWords } from '../words.ts'
import { HoursFields } from './hours-fields.tsx'
import { RemindSelect } from './remind-select.tsx'

export const WeeklyTab = () => {
  const read = usePollSettings()
  return (
    <Loaded read={read}>
      {(known) => <WeeklyForm key={known.version} known={known} reload={read.refetch} />}
    </Loaded>
  )
}

type Props = { readonly known: PollSettings; readonly reload: () => Promise<unknown> }

/** When freelances are asked by themselves, and for what. */
const WeeklyForm = ({ known, reload }: Props) => {
  const words = useWords(pollWords)
  const isReadOnly = !useCan()('polls.configure')
  const [value, setValue] = useState(known)
  const { actAsync, isPending, error } = useSavePollSettings()
  const set = (change: Partial<PollSettings>) => setValue({ ...value, ...change })
  const save = async () => {
    try {
      await actAsync({ body: value })
      showToast({ tone: 'good', title: words.saved })
    } catch (fault) {
      if (toProblem(fault).code === 'stale_version') await reload()
    }
  }
  const isOff = isReadOnly || !value.enabled
  return (
    <Page width="reading">
      <div className="flex flex-col gap-4 pt-4">
        {isReadOnly && <Note>{words.readOnly}</Note>}
        <Card title={words.weeklyTitle} description={words.weeklyText}>
          <div className="flex flex-col gap-4">
            <Switch
              label={words.enabled}
              value={value.enabled}
              isDisabled={isReadOnly}
              onChange={(enabled) => set({ enabled })}
            />
            <Rhythm value={value} onChange={set} isDisabled={isOff} />
          </div>
        </Card>
        {error && <ProblemNote problem={error} />}
        {!isReadOnly && (
          <Button
            tone="primary"
            className="self-start"
            isPending={isPending}
            onPress={() => void save()}
          >
            {words.save}
          </Button>
        )}
      </div>
    </Page>
  )
}

type RhythmProps = {
  readonly value: PollSettings
  readonly onChange: (change: Partial<PollSettings>) => void
  readonly isDisabled: boolean
}

const Rhythm = ({ value, onChange, isDisabled }: RhythmProps) => {
  const words = useWords(pollWords)
  const weekdays = Object.values(words.weekdays).map((label, index) => ({
    ...{ id: String(index + 1), label },
  }))
  return (
    <>
      <div className="grid grid-cols-2 gap-4">
        <Select
          label={words.weekday}
          value={String(value.weekday)}
          options={weekdays}
          isDisabled={isDisabled}
          onChange={(id) => id && onChange({ weekday: Number(id) })}
        />
        <TimeField
          label={words.at}
          value={value.at}
          isDisabled={isDisabled}
          onChange={(at) => at && onChange({ at })}
        />
      </div>
      <NumberField
        label={words.weeks}
        value={value.weeks}
        min={1}
        max={8}
        isDisabled={isDisabled}
        onChange={(weeks) => onChange({ weeks: weeks ?? 1 })}
      />
      <MultiSelect
        label={words.days}
        value={value.days.map(String)}
        options={weekdays}
        isDisabled={isDisabled}
        onChange={(days) => days.length > 0 && onChange({ days: days.map(Number).toSorted() })}
      />
      <HoursFields
        labels={[words.hoursFrom, words.hoursUntil]}
        value={value.hours}
        isDisabled={isDisabled}
        onChange={(hours) => onChange({ hours })}
      />
      <div className="grid grid-cols-2 gap-4">
        <DurationField
          label={words.answerHours}
          value={value.answerHours * 60}
          isDisabled={isDisabled}
          onChange={(minutes) =>
            onChange({ answerHours: Math.min(168, Math.max(12, Math.round((minutes ?? 0) / 60))) })
          }
        />
        <RemindSelect
          value={value.remindHours}
          isDisabled={isDisabled}
          onChange={(remindHours) => onChange({ remindHours })}
        />
      </div>
    </>
  )
}
