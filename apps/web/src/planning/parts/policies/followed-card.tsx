import type { PlanningPolicy, PlanningSettings } from '@regie/contract/planning-runs'
import { useState } from 'react'
import { useWords } from '../../../lib/language.tsx'
import { toProblem } from '../../../lib/problem.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Select } from '../../../ui/select.tsx'
import { showToast } from '../../../ui/toast-queue.ts'
import { usePlanningSettings, useUpdatePlanningSettings } from '../../api.ts'
import { policyWords } from '../../policy-words.ts'
import { usePolicyName } from './policy-name.ts'

type Props = {
  readonly settings: PlanningSettings
  readonly policies: readonly PlanningPolicy[]
  readonly isReadOnly: boolean
}

const SAME = ''

const useFollowed = (saved: PlanningSettings) => {
  const words = useWords(policyWords)
  const { actAsync, isPending, error } = useUpdatePlanningSettings()
  const { refetch } = usePlanningSettings()
  const [draft, setDraft] = useState(saved)
  const change = (changes: Partial<PlanningSettings>) =>
    setDraft((before) => ({ ...before, ...changes }))
  const save = async () => {
    try {
      await actAsync({ body: draft })
      showToast({ tone: 'good', title: words.saved })
    } catch (thrown) {
      if (toProblem(thrown).code !== 'stale_version') return
      await refetch()
      showToast({ tone: 'info', title: words.overtaken })
    }
  }
  return { draft, change, save, isPending, error }
}

/** Which policy runs follow, and which runs come by themselves. */
export const FollowedCard = ({ settings, policies, isReadOnly }: Props) => {
  const words = useWords(policyWords)
  const nameOf = usePolicyName()
  const { draft, change, save, isPending, error } = useFollowed(settings)
  const choices = policies.map(({ name }) => ({ id: name, label: nameOf(name) }))
  const withSame = [{ id: SAME, label: words.used.sameAsUsual }, ...choices]
  return (
    <Card title={words.used.title}>
      <div className="grid gap-3 sm:grid-cols-3">
        <Select
          label={words.used.usual}
          isReadOnly={isReadOnly}
          value={draft.policy}
          onChange={(policy) => policy && change({ policy })}
          options={choices}
        />
        <Select
          label={words.used.nightly}
          isReadOnly={isReadOnly}
          value={draft.nightlyPolicy ?? SAME}
          onChange={(name) => change({ nightlyPolicy: name || null })}
          options={withSame}
        />
        <Select
          label={words.used.newWork}
          isReadOnly={isReadOnly}
          value={draft.newWorkPolicy ?? SAME}
          onChange={(name) => change({ newWorkPolicy: name || null })}
          options={withSame}
        />
        <div className="flex flex-col gap-2 sm:col-span-2">
          <Checkbox
            label={words.used.isNightly}
            value={draft.nightly}
            isDisabled={isReadOnly}
            onChange={(nightly) => change({ nightly })}
          />
          <Checkbox
            label={words.used.onNew}
            value={draft.onNewWorkOrder}
            isDisabled={isReadOnly}
            onChange={(onNewWorkOrder) => change({ onNewWorkOrder })}
          />
        </div>
        <NumberField
          label={words.used.days}
          value={draft.nightlyDays}
          min={1}
          max={14}
          isReadOnly={isReadOnly || !draft.nightly}
          onChange={(days) => days !== null && change({ nightlyDays: days })}
        />
      </div>
      {error && error.code !== 'stale_version' && (
        <div className="mt-3">
          <ProblemNote problem={error} />
        </div>
      )}
      {!isReadOnly && (
        <div className="mt-4 flex justify-end">
          <Button tone="primary" isPending={isPending} onPress={() => void save()}>
            {words.save}
          </Button>
        </div>
      )}
    </Card>
  )
}
