// Deeds on several visits at once: written whole or not at all.
import { z } from 'zod'
import { endpoint, id, text, version } from './kernel.ts'
import { assignment, span } from './planning.ts'

const slot = span.extend({ technicianId: id })
const overrideReason = text(500).optional()
const named = z.object({ assignmentId: id, version })

const tag = 'Planning'
export const arrangeAssignments = endpoint({
  method: 'POST',
  path: '/api/planning/arrange',
  tag,
  summary:
    'Give several assignments new times and people at once: judged as they will stand together, so that two may swap',
  body: z.object({ changes: z.array(slot.extend(named.shape)).min(1).max(500), overrideReason }),
  returns: z.object({ assignments: z.array(assignment) }),
})
export const removeAssignments = endpoint({
  method: 'POST',
  path: '/api/planning/unassign',
  tag,
  summary: 'Take several technicians off; their seats are open again',
  body: z.object({ assignments: z.array(named).min(1).max(500) }),
  returns: z.object({ assignments: z.array(assignment) }),
})
export const lockAssignments = endpoint({
  method: 'POST',
  path: '/api/planning/lock',
  tag,
  summary: 'Lock several assignments, or unlock them',
  body: z.object({ assignments: z.array(named).min(1).max(500), locked: z.boolean() }),
  returns: z.object({ assignments: z.array(assignment) }),
})
export const duplicateAssignment = endpoint({
  method: 'POST',
  path: '/api/planning/assignments/:assignmentId/duplicate',
  tag,
  summary: 'The same work once more, as a work order of its own with one seat, already assigned',
  params: z.object({ assignmentId: id }),
  body: slot.extend({ overrideReason }),
  returns: assignment,
  status: 201,
})
export const splitAssignment = endpoint({
  method: 'POST',
  path: '/api/planning/assignments/:assignmentId/split',
  tag,
  summary:
    'Spread a visit over several stretches: the first stays this assignment, each of the others becomes a work order that follows the one before',
  params: z.object({ assignmentId: id }),
  body: z.object({ version, parts: z.array(slot).min(2).max(31), overrideReason }),
  returns: z.object({ assignments: z.array(assignment) }),
})
export const retractCopies = endpoint({
  method: 'POST',
  path: '/api/planning/retract-copies',
  tag,
  summary:
    'Undo copies and parts that nobody was told of: off the plan, and their work orders cancelled',
  body: z.object({ assignments: z.array(named).min(1).max(31) }),
  returns: z.object({ assignments: z.array(assignment) }),
})
