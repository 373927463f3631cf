// What happens in the plan and on the way becomes a notice for the client it concerns.
import type { Id, Instant } from '@regie/contract/kernel'
import type { NotificationSettings } from '@regie/contract/notifications'
import type { Assignment } from '@regie/contract/planning'
import { Temporal } from 'temporal-polyfill'
import { readNotificationSettings, ruleOf } from '../notifications/index.ts'
import { describeAssignments } from '../planning/index.ts'
import { newId, toInstant } from '../platform/clock.ts'
import type { StoredEvent } from '../platform/events.ts'
import type { Reaction } from '../platform/reactions.ts'
import { tellClientsOrder } from './queue.ts'
import { insertNotices, type NewNotice, promisedAmong, zoneOf } from './store/notices.ts'

type Assigned = { assignment: Assignment; previous?: { startsAt: Instant } }

/** The earliest hour a change concerns: how urgent it is. */
const hourOf = ({ assignment, previous }: Assigned): number =>
  Math.min(...[assignment.startsAt, previous?.startsAt ?? assignment.startsAt].map(Date.parse))

const CALM_MS = 60_000

/** What is soon is told within a minute, the rest after the digest: ten moves of one visit are one message. */
function tellAt(event: StoredEvent, hour: number, settings: NotificationSettings): Instant {
  const at = Date.parse(event.at)
  const isUrgent = hour - at < settings.urgentHours * 3_600_000
  return toInstant(at + (isUrgent ? CALM_MS : settings.digestMinutes * 60_000))
}

const notice = (
  event: StoredEvent,
  fields: Omit<NewNotice, 'id' | 'facts' | 'eventId'> & Partial<NewNotice>,
): NewNotice => ({ id: newId(Date.parse(event.at)), eventId: event.id, facts: {}, ...fields })

export const followPlan: Reaction = {
  name: 'portal.follow-plan',
  events: [
    'assignments_published',
    'assignment_created',
    'assignment_moved',
    'assignment_removed',
    'assignment_declined',
    'assignment_progressed',
    'work_order_moved',
  ],
  run: async (rows, events, actor, enqueue) => {
    const tx = { ...rows, actor }
    const settings = await readNotificationSettings(tx)
    const ids = events.flatMap(({ payload }) => (payload.assignmentIds as Id[] | undefined) ?? [])
    const published = await describeAssignments(tx, ids)
    const changed = events.flatMap((event): NewNotice[] => {
      if (event.name === 'assignments_published') {
        const own = new Set(event.payload.assignmentIds as Id[])
        return published
          .filter(({ id }) => own.has(id))
          .map((assignment) =>
            notice(event, {
              ...{ kind: 'change', workOrderId: assignment.workOrderId },
              tellAt: tellAt(event, hourOf({ assignment }), settings),
            }),
          )
      }
      if (event.name === 'work_order_moved') {
        const { workOrderId, to } = event.payload as { workOrderId: Id; to: string }
        return to === 'cancelled'
          ? [notice(event, { kind: 'change', workOrderId, tellAt: tellAt(event, 0, settings) })]
          : []
      }
      const about = event.payload as unknown as Assigned
      if (about.assignment.publishedAt === null) return []
      const { workOrderId } = about.assignment
      const isProgress = event.name === 'assignment_progressed'
      if (isProgress && about.assignment.state === 'en_route') return []
      const due = isProgress ? event.at : tellAt(event, hourOf(about), settings)
      return [notice(event, { kind: 'change', workOrderId, tellAt: due })]
    })
    const promised = await promisedAmong(
      rows,
      actor.organizationId,
      changed.map(({ workOrderId }) => workOrderId),
    )
    await insertNotices(
      rows,
      actor.organizationId,
      oneEach(changed.filter(({ workOrderId }) => promised.has(workOrderId))),
    )
    await enqueue(tellClientsOrder, {}, { key: `${actor.organizationId} now` })
  },
}

/** A statement may insert a row once: of several of one visit, the one that is due first. */
function oneEach(notices: readonly NewNotice[]): NewNotice[] {
  const first = new Map<string, NewNotice>()
  for (const one of notices) {
    const key = `${one.workOrderId} ${one.kind}`
    const known = first.get(key)
    if (!known || one.tellAt < known.tellAt) first.set(key, one)
  }
  return [...first.values()]
}

/** On the way: when they arrive is reckoned when it is told. */
export const followWay: Reaction = {
  name: 'portal.follow-way',
  events: ['assignment_progressed'],
  run: async (rows, events, actor, enqueue) => {
    const notices = events.flatMap((event): NewNotice[] => {
      const { id, state, workOrderId, technicianName } = (event.payload as unknown as Assigned)
        .assignment
      if (state !== 'en_route') return []
      const facts = { assignmentId: id, technician: technicianName, leftAt: event.at }
      return [notice(event, { kind: 'on_the_way', workOrderId, tellAt: event.at, facts })]
    })
    if ((await insertNotices(rows, actor.organizationId, oneEach(notices))) > 0)
      await enqueue(tellClientsOrder, {}, { key: `${actor.organizationId} now` })
  },
}

/** Over: an opinion is asked for a day later by the wall clock. Validated: the report is there. */
export const followEnd: Reaction = {
  name: 'portal.follow-end',
  events: ['work_order_moved', 'report_validated'],
  run: async (rows, events, actor, enqueue) => {
    const timeZone = await zoneOf(rows, actor.organizationId)
    const { minutes } = ruleOf(await readNotificationSettings({ ...rows, actor }), 'visit_survey')
    const notices = events.flatMap((event): NewNotice[] => {
      const { workOrderId, to, from } = event.payload as {
        workOrderId: Id
        to?: string
        from?: string
      }
      if (event.name === 'report_validated')
        return [notice(event, { kind: 'report', workOrderId, tellAt: event.at })]
      if (to !== 'done' || from === 'validated') return []
      const at = Temporal.Instant.from(event.at)
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .add({ minutes: minutes ?? 1440 })
        .toZonedDateTime(timeZone)
        .toInstant()
      return [
        notice(event, {
          ...{ kind: 'survey', workOrderId, facts: { at: event.at } },
          tellAt: toInstant(at.epochMilliseconds),
        }),
      ]
    })
    await insertNotices(rows, actor.organizationId, oneEach(notices))
    if (notices.length > 0)
      await enqueue(tellClientsOrder, {}, { key: `${actor.organizationId} now` })
  },
}
