// Server state of the technician's day.
import {
  acceptFieldAssignment,
  addNote,
  correctProgress,
  declineFieldAssignment,
  type FieldAssignment,
  fieldworkEvents,
  getFieldAssignment,
  listFieldAssignments,
  recordProgress,
} from '@regie/contract/fieldwork'
import { assignmentEvents } from '@regie/contract/planning'
import { publicationEvents } from '@regie/contract/planning-publishing'
import { useMemo } from 'react'
import { useClock } from '../lib/clock.ts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useRead } from '../lib/server-state.tsx'
import { addDays } from '../lib/time.ts'

const reads = [listFieldAssignments, getFieldAssignment]
refreshOn(
  [
    ...Object.keys(assignmentEvents),
    ...Object.keys(publicationEvents),
    ...Object.keys(fieldworkEvents),
  ],
  reads,
)

const COMING_DAYS = 14

/** Yesterday (work that crossed midnight) to two weeks ahead; one read for the day and for the week. */
export const useMyAssignments = () => {
  const clock = useClock()
  const today = clock.today()
  const query = useMemo(
    () => ({
      from: clock.dayBounds(addDays(today, -1)).from,
      until: clock.dayBounds(addDays(today, COMING_DAYS)).from,
    }),
    [clock, today],
  )
  return useRead(listFieldAssignments, { query }, { keepPrevious: true })
}

/** The stop, at once from the day's list while its own read is on the way. */
export const useMyAssignment = (assignmentId: string) => {
  const day = useMyAssignments()
  const one = useRead(getFieldAssignment, { params: { assignmentId } })
  const known: FieldAssignment | undefined =
    one.data ?? day.data?.items.find(({ id }) => id === assignmentId)
  return { ...one, stop: known }
}

export const useAccept = () => useAct(acceptFieldAssignment, { invalidates: reads })
export const useDecline = () => useAct(declineFieldAssignment, { invalidates: reads })
export const useStep = () => useAct(recordProgress, { invalidates: reads })
export const useCorrection = () => useAct(correctProgress, { invalidates: reads })
export const useAddNote = () => useAct(addNote, { invalidates: reads })
