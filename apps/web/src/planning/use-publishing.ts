// Publishing as the dialog does it: what is different, who would be told how, and who is left out this time.
import { askOutlook, type NewsOutlook } from '@regie/contract/news-outlook'
import { listDrafts, type Publication, publishPlan } from '@regie/contract/planning-publishing'
import { useEffect, useMemo, useState } from 'react'
import { call } from '../lib/call.ts'
import { useWords } from '../lib/language.tsx'
import { useAct, useRead } from '../lib/server-state.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { useBoard } from './board-context.tsx'
import { publishingWords } from './publishing-words.ts'

export type Told = Publication['technicians'][number]

export const isChange = ({ kind }: Told['changes'][number]): boolean => kind !== 'new'

/** When the first visit concerned begins, and since when changes are told. */
const questionOf = ({ technicianId, changes }: Told) => {
  const starts = changes.flatMap(({ startsAt, from }) => [
    startsAt,
    ...(from ? [from.startsAt] : []),
  ])
  const since = changes.flatMap(({ changedAt }) => changedAt ?? [])
  return {
    technicianId,
    startsAt: starts.toSorted()[0] ?? new Date().toISOString(),
    since: since.toSorted()[0] ?? null,
  }
}

/** By which channel and when each would be told; without an answer the dialog stands without it. */
const useOutlook = (publication: Publication | undefined): ReadonlyMap<string, NewsOutlook> => {
  const [known, setKnown] = useState<ReadonlyMap<string, NewsOutlook>>(new Map())
  useEffect(() => {
    if (!publication || publication.technicians.length === 0) return
    const asking = new AbortController()
    const technicians = publication.technicians.slice(0, 1000).map(questionOf)
    call(askOutlook, { body: { technicians } }, { signal: asking.signal })
      .then(({ items }) => setKnown(new Map(items.map((one) => [one.technicianId, one]))))
      .catch(() => undefined)
    return () => asking.abort()
  }, [publication])
  return known
}

const countOf = (technicians: readonly Told[]) => ({
  drafts: technicians.reduce((sum, { assignmentIds }) => sum + assignmentIds.length, 0),
  changes: technicians.reduce((sum, { changes }) => sum + changes.filter(isChange).length, 0),
})

export const usePublishing = (onClose: () => void) => {
  const words = useWords(publishingWords)
  const { range, settle } = useBoard()
  const { data, error, refetch } = useRead(listDrafts, { query: range }, { staleMs: 0 })
  const publish = useAct(publishPlan, { invalidates: [listDrafts] })
  const outlook = useOutlook(data)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = useMemo(
    () => data?.technicians.filter(({ technicianId }) => !left.has(technicianId)) ?? [],
    [data, left],
  )
  const count = countOf(chosen)
  const send = () =>
    void publish
      .actAsync({ body: { ...range, technicianIds: chosen.map((one) => one.technicianId) } })
      .then(({ technicians }) => {
        const told = technicians.filter(({ assignmentIds }) => assignmentIds.length > 0)
        const title =
          told.length > 0
            ? words.done(told.length)
            : words.acknowledged(countOf(technicians).changes)
        showToast({ tone: 'good', title })
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
  return { data, error, refetch, publish, outlook, left, count, send, toggle }
}
