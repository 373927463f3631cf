import {
  defaultPlacementRules,
  type Enforcement,
  type JudgedRule,
  type RuleGroup,
  type PlacementRules as Rules,
  ruleGroups,
} from '@regie/contract/planning-overrides'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { toProblem } from '../../lib/problem.ts'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormFoot } from '../../ui/form-foot.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { usePlacementRules, useUpdatePlacementRules } from '../api.ts'
import { ruleWords } from '../rule-words.ts'

const strictness = ['block', 'warn', 'allow'] as const

type LineProps = {
  readonly rule: JudgedRule
  readonly value: Enforcement
  readonly isReadOnly: boolean
  readonly onChange: (value: Enforcement) => void
}

const RuleLine = ({ rule, value, isReadOnly, onChange }: LineProps) => {
  const words = useWords(ruleWords)
  const name = words.rules[rule]
  return (
    <li className="flex items-center justify-between gap-x-4 gap-y-1.5 border-line border-t py-2 first:border-t-0 max-sm:flex-col max-sm:items-start">
      <span className="min-w-0">{name}</span>
      {isReadOnly ? (
        <span className="text-ink-2">{words.enforcements[value]}</span>
      ) : (
        <Segmented
          label={name}
          value={value}
          onChange={onChange}
          choices={strictness.map((id) => ({ id, label: words.enforcements[id] }))}
        />
      )}
    </li>
  )
}

type FormProps = { readonly rules: Rules; readonly isReadOnly: boolean }

const useRulesForm = (saved: Rules) => {
  const words = useWords(ruleWords)
  const { actAsync, isPending, error } = useUpdatePlacementRules()
  const { refetch } = usePlacementRules()
  const [draft, setDraft] = useState(saved)
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
  const set = (rule: JudgedRule, value: Enforcement) =>
    setDraft((before) => ({ ...before, rules: { ...before.rules, [rule]: value } }))
  return { draft, setDraft, set, save, isPending, error }
}

const RulesForm = ({ rules, isReadOnly }: FormProps) => {
  const words = useWords(ruleWords)
  const { draft, setDraft, set, save, isPending, error } = useRulesForm(rules)
  return (
    <Page width="reading">
      {isReadOnly && <Note>{words.readOnly}</Note>}
      {error && error.code !== 'stale_version' && <ProblemNote problem={error} />}
      <Card title={words.who} description={words.whoText}>
        <Select
          label={words.who}
          isLabelHidden
          isDisabled={isReadOnly}
          value={draft.overriders}
          onChange={(overriders) =>
            overriders && setDraft((before) => ({ ...before, overriders: overriders as 'owners' }))
          }
          options={(['planners', 'owners'] as const).map((id) => ({
            id,
            label: words.overriders[id],
          }))}
        />
      </Card>
      {(Object.keys(ruleGroups) as RuleGroup[]).map((group) => (
        <Card
          key={group}
          title={words.groups[group]}
          {...(group === 'law' ? { description: words.lawText } : {})}
        >
          <ul>
            {ruleGroups[group].map((rule) => (
              <RuleLine
                key={rule}
                rule={rule}
                value={draft.rules[rule]}
                isReadOnly={isReadOnly}
                onChange={(value) => set(rule, value)}
              />
            ))}
          </ul>
        </Card>
      ))}
      {!isReadOnly && (
        <FormFoot>
          <Button
            onPress={() =>
              setDraft((before) => ({ ...defaultPlacementRules, version: before.version }))
            }
          >
            {words.reset}
          </Button>
          <Button tone="primary" isPending={isPending} onPress={() => void save()}>
            {words.save}
          </Button>
        </FormFoot>
      )}
    </Page>
  )
}

/** How strict each rule is for what people do by hand. */
export const PlacementRules = () => {
  const words = useWords(ruleWords)
  const can = useCan()
  const { data, error, refetch } = usePlacementRules()
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        path={[{ label: words.planning, to: '/planning' }]}
      />
      {data && (
        <RulesForm key={data.version} rules={data} isReadOnly={!can('planning.configure')} />
      )}
      {!data && error && <ErrorState problem={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton className="m-6 h-60 max-w-3xl" />}
    </>
  )
}
