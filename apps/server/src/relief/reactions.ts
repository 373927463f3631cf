// News of the plan, of absences and of work that concern a seat changing hands.
import type { Id } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import type { Rows } from '../platform/db/database.ts'
import { sql } from '../platform/db/sql.ts'
import type { StoredEvent } from '../platform/events.ts'
import type { Reaction } from '../platform/reactions.ts'
import {
  advanceOrder,
  coverAbsenceOrder,
  coverDeclinedOrder,
  noteEmergencyOrder,
  takeSickCallOrder,
} from './queue.ts'
import { type Fact, insertFacts } from './store/facts.ts'

const assignmentOf = ({ payload }: StoredEvent): Assignment => payload.assignment as Assignment

/** Who is away is replaced; who says no, too. */
export const noteGaps: Reaction = {
  name: 'relief.note-gaps',
  events: ['absence_changed', 'assignment_declined'],
  run: async (_rows, events, _actor, enqueue) => {
    for (const event of events)
      if (event.name === 'absence_changed') {
        const { technicianId, absenceId } = event.payload as { technicianId: Id; absenceId: Id }
        await enqueue(coverAbsenceOrder, { technicianId, absenceId })
      } else await enqueue(coverDeclinedOrder, { assignmentId: assignmentOf(event).id })
  },
}

/** A search for what the plan has settled otherwise ends at once, not with the next minute. */
export const followPlan: Reaction = {
  name: 'relief.follow-plan',
  events: ['assignment_created', 'assignment_moved', 'assignment_removed', 'assignment_progressed'],
  run: async (rows, _events, { organizationId }, enqueue) => {
    if (await isAnythingOpen(rows, organizationId))
      await enqueue(advanceOrder, {}, { key: `${organizationId} now` })
  },
}

/** Who calls in sick from the phone is away, whether the office has looked yet or not. */
export const noteSickCalls: Reaction = {
  name: 'relief.note-sick-calls',
  events: ['absence_requested'],
  run: async (_rows, events, _actor, enqueue) => {
    for (const { payload } of events)
      await enqueue(takeSickCallOrder, { requestId: payload.requestId as Id })
  },
}

export const noteUrgentWork: Reaction = {
  name: 'relief.note-urgent-work',
  events: ['work_order_created', 'work_order_moved', 'work_order_changed'],
  run: async (_rows, events, _actor, enqueue) => {
    const ids = new Set(events.map(({ payload }) => payload.workOrderId as Id))
    for (const workOrderId of ids) await enqueue(noteEmergencyOrder, { workOrderId })
  },
}

/** What figures are computed from: every answer, and every change once somebody had been given the work. */
export const keepFacts: Reaction = {
  name: 'relief.keep-facts',
  events: [
    'assignments_published',
    'assignment_created',
    'assignment_accepted',
    'assignment_declined',
    'assignment_moved',
    'assignment_removed',
  ],
  run: async (rows, events, { organizationId }) => {
    const facts = events.flatMap(factsOf)
    if (facts.length > 0) await insertFacts(rows, organizationId, facts)
  },
}

function factsOf(event: StoredEvent): Fact[] {
  const { id, at, name, payload } = event
  if (name === 'assignments_published') {
    const { technicianId, assignmentIds } = payload as { technicianId: Id; assignmentIds: Id[] }
    return assignmentIds.map((assignmentId) => ({
      key: `${id}:${assignmentId}`,
      ...{ assignmentId, technicianId, at },
      kind: 'given',
    }))
  }
  const assignment = assignmentOf(event)
  if (assignment.publishedAt === null) return []
  const { id: assignmentId, technicianId } = assignment
  const fact = (kind: Fact['kind'], part = ''): Fact => ({
    key: `${id}${part}`,
    ...{ assignmentId, technicianId, at, kind },
  })
  switch (name) {
    case 'assignment_created':
      return [fact('given')]
    case 'assignment_accepted':
      return [fact('accepted')]
    case 'assignment_declined':
      return [fact('declined')]
    case 'assignment_removed':
      return [fact('removed')]
    default: {
      const { previous } = payload as { previous?: { technicianId: Id } }
      const isOther = previous !== undefined && previous.technicianId !== technicianId
      // Whoever has it now was asked now; who keeps it at another hour is asked again.
      return [fact(isOther ? 'reassigned' : 'moved'), fact('given', ':given')]
    }
  }
}

async function isAnythingOpen(rows: Rows, organizationId: Id): Promise<boolean> {
  const { open } = await rows.row(sql<{ open: boolean }>`
    select exists (select from relief.requests where organization_id = ${organizationId}
      and state in ('proposed', 'asking', 'to_approve')) as open`)
  return open
}
