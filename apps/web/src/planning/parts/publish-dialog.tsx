import type { Publication } from '@regie/contract/planning-publishing'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useDrafts, usePublish } from '../api.ts'
import { useBoard } from '../board-context.tsx'
import { isolated } from '../isolated.ts'
import { planningWords } from '../words.ts'

type Told = Publication['technicians'][number]

/** The visits one technician will be told of. */
const ToldVisits = ({ told }: { told: Told }) => {
  const clock = useClock()
  const { byId } = useBoard()
  const bars = told.assignmentIds.flatMap((id) => byId.get(id) ?? [])
  return (
    <ul className="mt-1 mb-2 ml-7 flex flex-col gap-0.5">
      {bars
        .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
        .map((bar) => (
          <li key={bar.id} className="flex gap-3 text-ink-2 text-xs">
            <span className="nums w-40 shrink-0">
              {clock.dateAt(bar.startsAt)} {clock.range(bar.startsAt, bar.endsAt)}
            </span>
            <span dir="auto" className="min-w-0 truncate">
              {bar.siteName}
            </span>
          </li>
        ))}
    </ul>
  )
}

type ListProps = {
  readonly technicians: readonly Told[]
  readonly left: ReadonlySet<string>
  readonly onToggle: (id: string) => void
}

const ToldList = ({ technicians, left, onToggle }: ListProps) => {
  const words = useWords(planningWords)
  return (
    <ul className="flex flex-col">
      {technicians.map((told) => (
        <li key={told.technicianId} className="border-line border-t py-1.5">
          <Checkbox
            label={`${isolated(told.technicianName)} · ${words.publishing.told(told.assignmentIds.length)}`}
            value={!left.has(told.technicianId)}
            onChange={() => onToggle(told.technicianId)}
          />
          {!left.has(told.technicianId) && <ToldVisits told={told} />}
        </li>
      ))}
    </ul>
  )
}

const usePublishing = (onClose: () => void) => {
  const words = useWords(planningWords)
  const { range, settle } = useBoard()
  const { data, error, refetch } = useDrafts(range)
  const publish = usePublish()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = data?.technicians.filter(({ technicianId }) => !left.has(technicianId)) ?? []
  const send = () =>
    void publish
      .actAsync({ body: { ...range, technicianIds: chosen.map((one) => one.technicianId) } })
      .then(({ technicians }) => {
        showToast({ tone: 'good', title: words.publishing.done(technicians.length) })
        settle()
        onClose()
      })
      // The refusal stands in the dialog.
      .catch(() => undefined)
  const toggle = (id: string) =>
    setLeft((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  return { data, error, refetch, publish, left, chosen, send, toggle }
}

/** Before anybody is told: who will be told what, and who not yet. */
export const PublishDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWords(planningWords)
  const { data, error, refetch, publish, left, chosen, send, toggle } = usePublishing(onClose)
  const count = chosen.reduce((sum, { assignmentIds }) => sum + assignmentIds.length, 0)
  const isEmpty = data?.technicians.length === 0
  return (
    <Dialog
      title={words.publishing.title}
      isOpen
      onClose={onClose}
      width="medium"
      actions={
        <>
          <Button onPress={onClose}>{words.publishing.cancel}</Button>
          <Button
            tone="primary"
            isDisabled={count === 0}
            isPending={publish.isPending}
            onPress={send}
          >
            {words.publishing.confirm(count)}
          </Button>
        </>
      }
    >
      {error && <ErrorState problem={error} retry={() => void refetch()} />}
      {publish.error && <ProblemNote problem={publish.error} />}
      {isEmpty && (
        <EmptyState
          icon={CircleCheck}
          title={words.publishing.none}
          text={words.publishing.noneText}
        />
      )}
      {!data && !error && <Skeleton className="h-40 w-full" />}
      {data && !isEmpty && (
        <>
          <p className="mb-3 text-ink-2">{words.publishing.intro}</p>
          <ToldList technicians={data.technicians} left={left} onToggle={toggle} />
        </>
      )}
    </Dialog>
  )
}
