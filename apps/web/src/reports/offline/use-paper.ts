// One paper as it stands for whoever holds the phone.
import type { FormVersion } from '@regie/contract/forms'
import {
  type Draft,
  entriesOf,
  foldDraft,
  pagesOf,
  type ReportSource,
} from '@regie/contract/report-draft'
import type { FormPage } from '@regie/contract/report-pages'
import { getFieldReport, reportEvents } from '@regie/contract/reports'
import { useEffect, useMemo, useState } from 'react'
import { usePhoneStore, useStops } from '../../fieldwork/index.ts'
import { call } from '../../lib/call.ts'
import { useLive } from '../../lib/live.tsx'
import { useSession } from '../../lib/session.tsx'
import { type KeptPaper, keepPapers, PaperDatabase } from './paper-store.ts'

export type Paper = {
  readonly source: ReportSource
  readonly forms: readonly FormVersion[]
  readonly draft: Draft
  readonly pages: readonly FormPage[]
  /** A signature was taken here, sent or not. */
  readonly isSigned: boolean
  /** A link was asked for here and has not left yet. */
  readonly isInvited: boolean
}

const news = Object.keys(reportEvents)

/** Null: neither kept nor within reach; undefined: being looked for. */
export function usePaper(assignmentId: string) {
  const { organization, member } = useSession()
  const { stops } = useStops()
  const { held } = usePhoneStore()
  const stop = stops?.find(({ id }) => id === assignmentId)
  const workOrderId = stop?.workOrderId
  const [kept, setKept] = useState<KeptPaper | null | undefined>(undefined)
  const [round, setRound] = useState(0)
  useLive(news, () => setRound((one) => one + 1))
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks again
  useEffect(() => {
    if (!workOrderId) return
    const db = new PaperDatabase(organization.id, member.id)
    let isOver = false
    const look = async () => {
      const before = await db.papers.get(workOrderId)
      if (!isOver && before) setKept(before)
      try {
        const { source, forms } = await call(getFieldReport, { params: { workOrderId } })
        await keepPapers(db, [source], forms)
        if (!isOver) setKept({ workOrderId, source, forms })
      } catch {
        if (!isOver && !before) setKept(null)
      }
    }
    void look().finally(() => db.close())
    return () => {
      isOver = true
    }
  }, [workOrderId, organization.id, member.id, round])
  const own = held?.commands.filter(({ command }) => command.assignmentId === assignmentId) ?? []
  const isSigned = own.some(
    ({ command, state }) => command.what.kind === 'sign' && state !== 'refused',
  )
  const isInvited = own.some(
    ({ command, state }) => command.what.kind === 'invite' && state === 'waiting',
  )
  const paper = useMemo((): Paper | null => {
    if (!kept || !stop) return null
    const technicians = kept.source.technicians.map((one) =>
      one.assignmentId === stop.id ? { ...one, entries: stop.entries } : one,
    )
    const source = { ...kept.source, technicians }
    const draft = foldDraft(entriesOf(source))
    return {
      source,
      forms: kept.forms,
      draft,
      pages: pagesOf({ source, forms: kept.forms, draft }),
      isSigned,
      isInvited,
    }
  }, [kept, stop, isSigned, isInvited])
  return { stop, paper, isLost: kept === null }
}
