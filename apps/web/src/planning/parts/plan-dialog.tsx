import type { RunDraft } from '@regie/contract/planning-runs'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Select } from '../../ui/select.tsx'
import { usePolicies, useStartRun } from '../api.ts'
import { useBoard } from '../board-context.tsx'
import { planningWords } from '../words.ts'

const DEFAULT_POLICY = ''
const budgets = [5, 10, 30, 60, 120, 300] as const
const keeps = ['published', 'locked'] as const
const MOST_DAYS = 31

const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1

type Props = { readonly onClose: () => void; readonly onStarted: (runId: string) => void }

type Draft = Omit<RunDraft, 'from' | 'until' | 'workOrderIds'> & {
  readonly from: string | null
  readonly until: string | null
}

const usePlanForm = ({ onStarted }: Props) => {
  const { first, last, today, view } = useBoard()
  const start = useStartRun()
  const [draft, setDraft] = useState<Draft>({
    // Nobody plans yesterday.
    from: first < today && today <= last ? today : first,
    until: last,
    technicianIds: [],
    policy: null,
    seconds: view.view === 'week' ? 10 : 5,
    keep: 'published',
    maxChanges: null,
  })
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))
  const { from, until } = draft
  const isWhole =
    from !== null && until !== null && from <= until && daysBetween(from, until) <= MOST_DAYS
  const submit = () => {
    if (!from || !until || !isWhole) return
    void start
      .actAsync({ body: { ...draft, from, until } })
      .then(({ id }) => onStarted(id))
      // The refusal stands in the dialog.
      .catch(() => undefined)
  }
  return { draft, change, isWhole, submit, start }
}

const PlanFields = ({
  draft,
  change,
}: Pick<ReturnType<typeof usePlanForm>, 'draft' | 'change'>) => {
  const words = useWords(planningWords)
  const { board } = useBoard()
  const { data: policies } = usePolicies()
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <DateField label={words.run.from} value={draft.from} onChange={(from) => change({ from })} />
      <DateField
        label={words.run.until}
        value={draft.until}
        onChange={(until) => change({ until })}
      />
      <div className="sm:col-span-2">
        <MultiSelect
          label={words.run.technicians}
          placeholder={words.run.everybody}
          value={draft.technicianIds}
          onChange={(ids) => change({ technicianIds: [...ids] })}
          options={board?.technicians.map(({ id, name }) => ({ id, label: name })) ?? []}
        />
      </div>
      <Select
        label={words.run.policy}
        value={draft.policy ?? DEFAULT_POLICY}
        onChange={(name) => change({ policy: name || null })}
        options={[
          { id: DEFAULT_POLICY, label: words.run.policyDefault },
          ...(policies?.items.map(({ name, shipped }) => ({
            id: name,
            label: (shipped && words.run.policies[name as keyof typeof words.run.policies]) || name,
          })) ?? []),
        ]}
      />
      <Select
        label={words.run.seconds}
        value={String(draft.seconds)}
        onChange={(seconds) => change({ seconds: Number(seconds) })}
        options={budgets.map((count) => ({
          id: String(count),
          label: words.run.secondsText(count),
        }))}
      />
      <div className="sm:col-span-2">
        <Select
          label={words.run.keep}
          value={draft.keep}
          onChange={(keep) => change({ keep: keep ?? 'published' })}
          options={keeps.map((id) => ({ id, label: words.run.keeps[id] }))}
        />
      </div>
      {draft.keep === 'locked' && (
        <div className="sm:col-span-2">
          <NumberField
            label={words.run.maxChanges}
            description={words.run.maxChangesText}
            value={draft.maxChanges}
            min={0}
            max={10_000}
            isOptional
            onChange={(maxChanges) => change({ maxChanges })}
          />
        </div>
      )}
    </div>
  )
}

/** What the engine shall plan, and for how long it may think. */
export const PlanDialog = (props: Props) => {
  const words = useWords(planningWords)
  const { draft, change, isWhole, submit, start } = usePlanForm(props)
  return (
    <Dialog
      title={words.run.title}
      isOpen
      onClose={props.onClose}
      width="medium"
      actions={
        <>
          <Button onPress={props.onClose}>{words.run.cancel}</Button>
          <Button tone="primary" isDisabled={!isWhole} isPending={start.isPending} onPress={submit}>
            {words.run.start}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-ink-2">{words.run.intro}</p>
      <PlanFields draft={draft} change={change} />
      {!isWhole && <p className="mt-2 text-bad">{words.run.badRange}</p>}
      {start.error && (
        <div className="mt-3">
          <ProblemNote problem={start.error} />
        </div>
      )}
    </Dialog>
  )
}
