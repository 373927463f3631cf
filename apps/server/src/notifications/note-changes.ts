// What changes in the published plan becomes a notice to whom it concerns; it is told a little later, as things stand then.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import { Temporal } from 'temporal-polyfill'
import { describeAssignments } from '../planning/index.ts'
import { newId, toInstant } from '../platform/clock.ts'
import type { StoredEvent } from '../platform/events.ts'
import type { Reaction } from '../platform/reactions.ts'
import { sendDueOrder } from './queue.ts'
import { isDayDone } from './store/due.ts'
import { insertNotices, type KnownVisit, lastTold, type NewNotice } from './store/notices.ts'
import { nameOfOrganization } from './store/people.ts'
import { readSettings } from './store/settings.ts'

type Change = {
  assignmentId: Id
  technicianId: Id
  before: KnownVisit | null
  startsAt: Instant
  event: StoredEvent
}

const known = ({ startsAt, endsAt, title, siteName, city }: Assignment): KnownVisit => ({
  startsAt,
  endsAt,
  title,
  siteName,
  city,
})

/** What one event changes for whom. Drafts are nobody's business. */
function changesOf(event: StoredEvent, published: ReadonlyMap<Id, Assignment>): Change[] {
  if (event.name === 'assignments_published') {
    const { technicianId, assignmentIds } = event.payload as {
      technicianId: Id
      assignmentIds: Id[]
    }
    return assignmentIds.flatMap((id) => {
      const startsAt = published.get(id)?.startsAt
      return startsAt ? [{ assignmentId: id, technicianId, before: null, startsAt, event }] : []
    })
  }
  const { assignment, previous } = event.payload as {
    assignment: Assignment
    previous?: { technicianId: Id; startsAt: Instant; endsAt: Instant }
  }
  if (assignment.publishedAt === null) return []
  const { id, technicianId, startsAt } = assignment
  if (event.name === 'assignment_removed')
    return [{ assignmentId: id, technicianId, before: known(assignment), startsAt, event }]
  // Put back as it was before a proposal was applied.
  if (event.name === 'assignment_created')
    return [{ assignmentId: id, technicianId, before: null, startsAt, event }]
  if (!previous) return []
  const before = { ...known(assignment), startsAt: previous.startsAt, endsAt: previous.endsAt }
  const [sooner = startsAt] = [previous.startsAt, startsAt].toSorted()
  if (previous.technicianId === technicianId)
    return [{ assignmentId: id, technicianId, before, startsAt: sooner, event }]
  return [
    {
      assignmentId: id,
      technicianId: previous.technicianId,
      before,
      startsAt: previous.startsAt,
      event,
    },
    { assignmentId: id, technicianId, before: null, startsAt, event },
  ]
}

const CALM_MS = 60_000
const DAY_MS = 86_400_000

/** News of what starts soon is told at once, but not twice within a minute; other news waits for more. */
export const noteChanges: Reaction = {
  name: 'notifications.note-changes',
  events: ['assignments_published', 'assignment_created', 'assignment_moved', 'assignment_removed'],
  run: async (rows, events, actor, enqueue) => {
    const tx = { ...rows, actor }
    const settings = await readSettings(tx)
    const ids = events.flatMap(({ payload }) => (payload.assignmentIds as Id[] | undefined) ?? [])
    const published = new Map((await describeAssignments(tx, ids)).map((one) => [one.id, one]))
    const changes = events.flatMap((event) => changesOf(event, published))
    // What is over is nobody's news.
    const live = changes.filter(
      ({ startsAt, event }) => Date.parse(startsAt) > Date.parse(event.at),
    )
    if (live.length === 0) return
    const told = await lastTold(
      rows,
      actor.organizationId,
      live.map(({ assignmentId }) => assignmentId),
    )
    await insertNotices(
      rows,
      actor.organizationId,
      live.map((change) => toNotice(change, settings, told)),
    )
    await enqueue(sendDueOrder, {}, { key: `${actor.organizationId} now` })
  },
}

function toNotice(
  { assignmentId, technicianId, before, startsAt, event }: Change,
  { urgentHours, digestMinutes }: { urgentHours: number; digestMinutes: number },
  told: ReadonlyMap<Id, Instant>,
): NewNotice {
  const at = Date.parse(event.at)
  const urgent = Date.parse(startsAt) - at < urgentHours * 3_600_000
  const calm = Date.parse(told.get(assignmentId) ?? '1970-01-01T00:00:00Z') + CALM_MS
  return {
    id: newId(at),
    kind: 'assignment_news',
    technicianId,
    subjectId: assignmentId,
    before,
    key: `news:${event.id}:${assignmentId}:${technicianId}`,
    tellAt: toInstant(urgent ? Math.max(at, calm) : at + digestMinutes * 60_000),
  }
}

/** When a technician has finished the last visit of the local day, they are asked how it went: once a day. */
export const noteEndOfDay: Reaction = {
  name: 'notifications.note-end-of-day',
  events: ['assignment_progressed'],
  run: async (rows, events, actor, enqueue) => {
    const finished = events.filter(
      ({ payload, at }) =>
        (payload.assignment as Assignment).state === 'finished' &&
        Date.parse(at) - Date.parse((payload.assignment as Assignment).endsAt) < DAY_MS,
    )
    if (finished.length === 0) return
    const { timeZone } = await nameOfOrganization({ ...rows, actor })
    const notices: NewNotice[] = []
    for (const event of finished) {
      const { technicianId, startsAt } = event.payload.assignment as Assignment
      const day = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone).toPlainDate()
      const bounds = [day, day.add({ days: 1 })].map((date) =>
        date.toZonedDateTime(timeZone).toInstant().toString(),
      )
      if (
        await isDayDone(rows, actor.organizationId, technicianId, bounds[0] ?? '', bounds[1] ?? '')
      )
        notices.push({
          id: newId(Date.parse(event.at)),
          kind: 'after_shift',
          technicianId,
          subjectId: null,
          before: null,
          key: `after_shift:${technicianId}:${day}`,
          tellAt: event.at,
        })
    }
    if ((await insertNotices(rows, actor.organizationId, notices)) > 0)
      await enqueue(sendDueOrder, {}, { key: `${actor.organizationId} now` })
  },
}
