import type { PlanningPolicy } from '@regie/contract/planning-runs'
import type { PolicyInput } from '@regie/solver'
import { Link, useNavigate } from '@tanstack/react-router'
import { RotateCcw, SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { orShowCurrent } from '../../lib/or-show-current.ts'
import { toProblem } from '../../lib/problem.ts'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FormFoot } from '../../ui/form-foot.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { usePolicies, useUpdatePolicy } from '../api.ts'
import { PolicyForm } from '../parts/policies/policy-form.tsx'
import { PolicyJson } from '../parts/policies/policy-json.tsx'
import { reset } from '../policy-draft.ts'
import { policyWords } from '../policy-words.ts'

const usePolicyDraft = (saved: PlanningPolicy) => {
  const words = useWords(policyWords)
  const navigate = useNavigate()
  const { actAsync, isPending, error } = useUpdatePolicy()
  // What was read when editing began, not what the live stream brought since.
  const [version, setVersion] = useState(saved.version)
  const [name, setName] = useState(saved.name)
  const [policy, setPolicy] = useState(saved.policy as unknown as PolicyInput)
  const [isFaulty, setFaulty] = useState(false)
  const show = (current: PlanningPolicy) => {
    setVersion(current.version)
    setName(current.name)
    setPolicy(current.policy as unknown as PolicyInput)
    showToast({ tone: 'info', title: words.overtaken })
  }
  const save = async () => {
    const body = { name, version, policy: policy as unknown as Record<string, unknown> }
    try {
      await orShowCurrent(actAsync({ params: { policyId: saved.id ?? '' }, body }), show)
      showToast({ tone: 'good', title: words.saved })
      void navigate({ to: '/planning/policies' as '/' })
    } catch (thrown) {
      // A refusal stands on the page.
      toProblem(thrown)
    }
  }
  const type = (next: PolicyInput | null) => {
    setFaulty(next === null)
    if (next) setPolicy(next)
  }
  return { name, setName, policy, setPolicy, type, isFaulty, version, save, isPending, error }
}

const Edit = ({ saved }: { saved: PlanningPolicy }) => {
  const words = useWords(policyWords)
  const isReadOnly = !useCan()('planning.configure')
  const [view, setView] = useState<'form' | 'json'>('form')
  const draft = usePolicyDraft(saved)
  const { error } = draft
  return (
    <>
      <PageHeader
        title={saved.name}
        path={[
          { label: words.planning, to: '/planning' },
          { label: words.title, to: '/planning/policies' },
        ]}
        actions={
          <Segmented
            label={words.form}
            value={view}
            onChange={(next) => (view === 'json' && draft.isFaulty ? undefined : setView(next))}
            choices={[
              { id: 'form', label: words.form },
              { id: 'json', label: words.json },
            ]}
          />
        }
      />
      <Page width="reading">
        {isReadOnly && <Note>{words.readOnly}</Note>}
        {error && error.code !== 'stale_version' && <ProblemNote problem={error} />}
        <TextField
          label={words.name}
          value={draft.name}
          maxLength={60}
          isReadOnly={isReadOnly}
          onChange={draft.setName}
        />
        {view === 'form' ? (
          <PolicyForm policy={draft.policy} isReadOnly={isReadOnly} onChange={draft.setPolicy} />
        ) : (
          <PolicyJson
            key={draft.version}
            policy={draft.policy}
            isReadOnly={isReadOnly}
            onChange={draft.type}
          />
        )}
        {!isReadOnly && (
          <FormFoot>
            {view === 'form' && (
              <Button icon={RotateCcw} onPress={() => draft.setPolicy(reset(draft.policy))}>
                {words.reset}
              </Button>
            )}
            <Link to={'/planning/policies' as '/'} className={buttonClass({})}>
              {words.cancel}
            </Link>
            <Button
              tone="primary"
              isPending={draft.isPending}
              isDisabled={draft.isFaulty || draft.name.trim() === ''}
              onPress={() => void draft.save()}
            >
              {words.save}
            </Button>
          </FormFoot>
        )}
      </Page>
    </>
  )
}

/** One policy of the organisation, as a form or as JSON. */
export const PolicyEdit = () => {
  const words = useWords(policyWords)
  const policyId = useParam('policyId')
  return (
    <Loaded read={usePolicies()}>
      {({ items }) => {
        const policy = items.find(({ id }) => id === policyId)
        if (policy) return <Edit key={policyId} saved={policy} />
        return <EmptyState icon={SlidersHorizontal} title={words.gone} isPage />
      }}
    </Loaded>
  )
}
