import { viewEvents } from '@regie/contract/board-views'
import { labourEvents } from '@regie/contract/labour-rules'
import { type Assignment, assignmentEvents } from '@regie/contract/planning'
import { campaignEvents } from '@regie/contract/planning-campaigns'
import { overrideEvents } from '@regie/contract/planning-overrides'
import { publicationEvents } from '@regie/contract/planning-publishing'
import { runEvents } from '@regie/contract/planning-runs'
import { type EventPayload, publish } from '../platform/events.ts'

/** A draft is nobody's business but the planners'; of a published assignment its technicians hear, also the one before. */
function concerned(payload: EventPayload): readonly string[] {
  const { assignment, previous } = payload as {
    assignment: Assignment
    previous?: { technicianId: string }
  }
  if (assignment.publishedAt === null) return []
  return previous ? [assignment.technicianId, previous.technicianId] : [assignment.technicianId]
}

const board = publish(assignmentEvents, { seenBy: 'planning.read', technicians: concerned })
const { changes_seen, ...publications } = publicationEvents
const told = publish(publications, {
  seenBy: 'planning.read',
  technicians: (payload) => [payload.technicianId as string],
})
const seen = publish({ changes_seen }, { seenBy: 'planning.read' })
const engine = publish(
  { ...runEvents, ...campaignEvents, ...overrideEvents, ...labourEvents },
  { seenBy: 'planning.read' },
)

const views = publish(viewEvents, { seenBy: 'planning.read' })

export const happened = { ...board.make, ...told.make, ...seen.make, ...engine.make, ...views.make }
export const kinds = [...board.kinds, ...told.kinds, ...seen.kinds, ...engine.kinds, ...views.kinds]
