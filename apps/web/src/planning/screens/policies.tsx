import type { PlanningPolicy, PlanningSettings } from '@regie/contract/planning-runs'
import { Link, useNavigate } from '@tanstack/react-router'
import { CircleCheck, Copy, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useCreatePolicy, usePlanningSettings, usePolicies, useRemovePolicy } from '../api.ts'
import { FollowedCard } from '../parts/policies/followed-card.tsx'
import { usePolicyName } from '../parts/policies/policy-name.ts'
import { policyWords } from '../policy-words.ts'

const isFollowed = (settings: PlanningSettings, name: string): boolean =>
  [settings.policy, settings.nightlyPolicy, settings.newWorkPolicy].includes(name)

type LineProps = {
  readonly policy: PlanningPolicy
  readonly isFollowed: boolean
  readonly mayWrite: boolean
  readonly onDuplicate: () => void
  readonly onRemove: () => void
}

const PolicyLine = (props: LineProps) => {
  const { policy, mayWrite, onDuplicate, onRemove } = props
  const words = useWords(policyWords)
  const nameOf = usePolicyName()
  const about = policy.shipped
    ? words.abouts[policy.name as keyof typeof words.abouts]
    : words.basedOn(nameOf(String(policy.policy.extends ?? 'DistanceAndSkills')))
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t py-3 first:border-t-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span dir="auto" className="truncate">
            {nameOf(policy.name)}
          </span>
          {props.isFollowed && (
            <Badge tone="good" icon={CircleCheck}>
              {words.inUse}
            </Badge>
          )}
        </p>
        <p className="text-ink-2">{about}</p>
      </div>
      <div className="flex items-center gap-2">
        {policy.id && (
          <Link
            to={`/planning/policies/${policy.id}` as '/'}
            aria-label={`${mayWrite ? words.edit : words.show} · ${policy.name}`}
            className={buttonClass({ size: 'small' })}
          >
            {mayWrite ? words.edit : words.show}
          </Link>
        )}
        {mayWrite && (
          <Button size="small" icon={Copy} onPress={onDuplicate}>
            {words.duplicate}
          </Button>
        )}
        {mayWrite && policy.id && (
          <IconButton icon={Trash2} label={`${words.remove} · ${policy.name}`} onPress={onRemove} />
        )}
      </div>
    </li>
  )
}

const useDuplicate = (policies: readonly PlanningPolicy[]) => {
  const words = useWords(policyWords)
  const nameOf = usePolicyName()
  const navigate = useNavigate()
  const create = useCreatePolicy()
  const duplicate = ({ name, shipped, policy }: PlanningPolicy) => {
    const taken = new Set(policies.map((one) => one.name))
    let copy = words.copyOf(nameOf(name)).slice(0, 56)
    for (let n = 2; taken.has(copy); n++) copy = `${words.copyOf(nameOf(name)).slice(0, 56)} ${n}`
    const body = { name: copy, policy: shipped ? { version: 1, extends: name } : policy }
    void create
      .actAsync({ body })
      .then(({ id }) => navigate({ to: `/planning/policies/${id}` as '/' }))
      // The refusal stands on the page.
      .catch(() => undefined)
  }
  return { duplicate, error: create.error }
}

type ListsProps = {
  readonly policies: readonly PlanningPolicy[]
  readonly settings: PlanningSettings
}

const Lists = ({ policies, settings }: ListsProps) => {
  const words = useWords(policyWords)
  const mayWrite = useCan()('planning.configure')
  const { duplicate, error } = useDuplicate(policies)
  const { actAsync: remove } = useRemovePolicy()
  const [leaving, setLeaving] = useState<PlanningPolicy | null>(null)
  const lines = (shown: readonly PlanningPolicy[]) => (
    <ul>
      {shown.map((policy) => (
        <PolicyLine
          key={policy.name}
          policy={policy}
          isFollowed={isFollowed(settings, policy.name)}
          mayWrite={mayWrite}
          onDuplicate={() => duplicate(policy)}
          onRemove={() => setLeaving(policy)}
        />
      ))}
    </ul>
  )
  const own = policies.filter(({ shipped }) => !shipped)
  return (
    <Page width="reading">
      {!mayWrite && <Note>{words.readOnly}</Note>}
      {error && <ProblemNote problem={error} />}
      <FollowedCard
        key={settings.version}
        settings={settings}
        policies={policies}
        isReadOnly={!mayWrite}
      />
      <Card title={words.own}>
        {own.length > 0 ? lines(own) : <p className="text-ink-2">{words.none}</p>}
      </Card>
      <Card title={words.shipped} description={words.shippedText}>
        {lines(policies.filter(({ shipped }) => shipped))}
      </Card>
      <ConfirmDialog
        title={words.removeTitle(leaving?.name ?? '')}
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        confirm={words.remove}
        onConfirm={() => remove({ params: { policyId: leaving?.id ?? '' } })}
      >
        <p>{words.removeText}</p>
      </ConfirmDialog>
    </Page>
  )
}

/** The policies there are, and which of them runs follow. */
export const Policies = () => {
  const words = useWords(policyWords)
  const policies = usePolicies()
  const settings = usePlanningSettings()
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        path={[{ label: words.planning, to: '/planning' }]}
      />
      <Loaded read={policies}>
        {({ items }) => (
          <Loaded read={settings}>
            {(current) => <Lists policies={items} settings={current} />}
          </Loaded>
        )}
      </Loaded>
    </>
  )
}
