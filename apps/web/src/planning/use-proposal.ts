// The proposal shown over the plan: what moves from where to where, and which moves no longer hold.
import type { OvertakenMove } from '@regie/contract/planning-proposals'
import type { Move, RunDetail } from '@regie/contract/planning-runs'
import { useMemo, useState } from 'react'
import { useOvertaken, useRun } from './api.ts'
import type { Target } from './engine/drag.ts'
import type { GhostMove } from './engine/overlays.ts'

const targetOf = (place: Move['from']): Target | null =>
  place && {
    rowId: place.technicianId,
    from: Date.parse(place.startsAt),
    until: Date.parse(place.endsAt),
  }

export const ghostOf = (move: Move, overtaken: ReadonlyMap<string, unknown>): GhostMove => ({
  id: move.positionId,
  barId: move.assignmentId,
  from: targetOf(move.from),
  to: targetOf(move.to),
  title: move.siteName,
  holds: !overtaken.has(move.positionId),
})

const isOpen = (run: RunDetail | undefined): boolean =>
  run?.state === 'proposed' || run?.state === 'partly_applied'

const NONE: readonly GhostMove[] = []
const NOTHING: ReadonlyMap<string, OvertakenMove> = new Map()

/** `runId` null: nothing is proposed. */
export const useProposal = (runId: string | null) => {
  const { data: run } = useRun(runId)
  const [isLaid, lay] = useState(true)
  const open = isOpen(run)
  const { data } = useOvertaken(open ? runId : null)
  const overtaken = useMemo(
    () => (data ? new Map(data.moves.map((one) => [one.positionId, one])) : NOTHING),
    [data],
  )
  const moves = useMemo(
    () =>
      open && run?.proposal
        ? run.proposal.moves
            .filter(({ appliedAt }) => appliedAt === null)
            .map((move) => ghostOf(move, overtaken))
        : NONE,
    [open, run, overtaken],
  )
  return { run: run ?? null, overtaken, isLaid, lay, ghosts: isLaid ? moves : NONE }
}
