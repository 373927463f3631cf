// Technicians, what they can do, what they are allowed to do, and when they work.
import { z } from 'zod'
import { availabilityEvents, dayState, impediment } from './availability.ts'
import { expected } from './fault-sentence.ts'
import { invitation } from './identity.ts'
import {
  address,
  colour,
  endpoint,
  id,
  instant,
  type LocalTime,
  localDate,
  localTime,
  page,
  pageQuery,
  position,
  text,
  version,
} from './kernel.ts'
import { phoneDraft } from './phone.ts'
import { skillLevels } from './skills.ts'

/** What one technician holds; both dates count as valid, null is open-ended. */
export const certification = z
  .object({
    kindId: id,
    number: z.string().trim().max(80).default(''),
    validFrom: localDate.nullable().default(null),
    validUntil: localDate.nullable().default(null),
  })
  .refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom <= validUntil, {
    path: ['validUntil'],
    ...expected('La fin de validité précède son début.', 'The validity ends before it starts.'),
  })
export type Certification = z.infer<typeof certification>

/** One stretch of work of the ordinary week; one that ends before it starts runs past midnight. ISO weekday: 1 is Monday. */
export const weeklyShift = z
  .object({ weekday: z.int().min(1).max(7), start: localTime, end: localTime })
  .refine(({ start, end }) => start !== end, {
    path: ['end'],
    ...expected('La fin est aussi le début.', 'It ends when it starts.'),
  })
export type WeeklyShift = z.infer<typeof weeklyShift>

const DAY = 1440
const minuteOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Pairs of shifts that cover a same minute of the week, by index; also across Sunday midnight. */
export function overlappingShifts(shifts: readonly WeeklyShift[]): [number, number][] {
  const week = 7 * DAY
  const spans = shifts.map(({ weekday, start, end }) => {
    const from = (weekday - 1) * DAY + minuteOf(start)
    const length = (minuteOf(end) - minuteOf(start) + DAY) % DAY
    return { from, until: from + length }
  })
  const pairs: [number, number][] = []
  for (const [second, b] of spans.entries())
    for (const [first, a] of spans.slice(0, second).entries())
      if ([-week, 0, week].some((by) => a.from < b.until + by && b.from + by < a.until))
        pairs.push([first, second])
  return pairs
}

const weekdays = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const
const shiftText = ({ weekday, start, end }: WeeklyShift, names: readonly string[]) =>
  `${names[weekday - 1]} ${start}–${end}`

/** The ordinary week. Overlapping shifts are refused; each fault names the two. */
export const weeklyShifts = z
  .array(weeklyShift)
  .max(50)
  .superRefine((shifts, context) => {
    for (const [first, second] of overlappingShifts(shifts)) {
      const other = shifts[first]
      if (other)
        context.addIssue({
          code: 'custom',
          path: [second],
          ...expected(
            `Cette vacation chevauche celle du ${shiftText(other, weekdays.fr)}.`,
            `This shift overlaps that of ${shiftText(other, weekdays.en)}.`,
          ),
        })
    }
  })

/** Monday to Friday, 08:00–20:00. */
export const ordinaryWeek: readonly WeeklyShift[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  start: '08:00',
  end: '20:00',
}))

/** How a technician is bound to the organisation. */
export const technicianKind = z.enum(['employee', 'freelance', 'subcontractor'])

/**
 * A person who can be planned. `home` is where tours start and end; without its position they start at the
 * first site. `team` is a free label (team, depot, territory). Null `colour`: one is chosen.
 */
export const technicianDraft = z.object({
  externalId: z.string().trim().min(1).max(100).nullable().default(null),
  name: text(200),
  kind: technicianKind.default('employee'),
  email: z.union([z.literal(''), z.email()]).default(''),
  phone: z.string().trim().max(40).default(''),
  colour: colour.nullable().default(null),
  team: z.string().trim().max(80).default(''),
  homeAddress: address.prefault({}),
  homePosition: position.nullable().default(null),
  maxDaySeconds: z.int().min(1800).max(86_400).default(36_000),
  hourlyCostCents: z.int().min(0).max(10_000_000).nullable().default(null),
  notes: z.string().trim().max(10_000).default(''),
  skills: skillLevels.default([]),
  certifications: z.array(certification).max(60).default([]),
  weeklyShifts: weeklyShifts.default([...ordinaryWeek]),
})
export type TechnicianDraft = z.infer<typeof technicianDraft>

/** The same as people enter it: what was noted before numbers were checked stays readable, not writable. */
export const technicianAsked = technicianDraft.extend({ phone: phoneDraft })

/** `memberId`: the member who signs in as this technician. `hourlyCostCents` is null for technicians themselves. */
export const technician = technicianDraft.extend({
  id,
  version,
  colour,
  memberId: id.nullable(),
  archivedAt: instant.nullable(),
})
export type Technician = z.infer<typeof technician>

/** Whole days, both included, or a stretch of time. */
export const absenceSpan = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('days'), from: localDate, until: localDate })
    .refine(({ from, until }) => from <= until, {
      path: ['until'],
      ...expected('La fin précède le début.', 'It ends before it starts.'),
    }),
  z
    .object({ kind: z.literal('hours'), from: instant, until: instant })
    .refine(({ from, until }) => Date.parse(from) < Date.parse(until), {
      path: ['until'],
      ...expected('La fin doit suivre le début.', 'It must end after it starts.'),
    }),
])
export type AbsenceSpan = z.infer<typeof absenceSpan>

/** leave (congé), sick (maladie), training (formation), other (autre). */
export const absenceReason = z.enum(['leave', 'sick', 'training', 'other'])

export const absenceDraft = z.object({
  span: absenceSpan,
  reason: absenceReason.default('leave'),
  note: z.string().trim().max(1000).default(''),
})
export type AbsenceDraft = z.infer<typeof absenceDraft>
export const absence = absenceDraft.extend({ id, technicianId: id, version })
export type Absence = z.infer<typeof absence>

const interval = z.object({ startsAt: instant, endsAt: instant })

/**
 * When a technician works on one local day, as instants: `ordinaryShifts` as the week has them, `absences` the
 * parts that an absence takes, or what they said themselves (`unavailable`), of the week and of the hours they opened,
 * `shifts` what is left. `said`: what they said of the day, in force. A shift past midnight belongs to the day it starts on.
 */
export const availabilityDay = z.object({
  date: localDate,
  ordinaryShifts: z.array(interval),
  shifts: z.array(interval),
  absences: z.array(interval.extend({ reason: absenceReason.or(z.literal('unavailable')) })),
  said: z.array(interval.extend({ state: dayState, why: impediment.nullable() })),
})
export type AvailabilityDay = z.infer<typeof availabilityDay>
export const availability = z.object({ technicianId: id, days: z.array(availabilityDay) })
export type Availability = z.infer<typeof availability>

const tag = 'Workforce'
const technicianParams = z.object({ technicianId: id })
const absenceParams = technicianParams.extend({ absenceId: id })
const archiving = z.object({ version, archived: z.boolean().default(true) })
const archived = z.stringbool().default(false)

/** `certificationsExpiringBy`: who holds a certificate that is, or will be, out of date on that day. */
export const listTechnicians = endpoint({
  method: 'GET',
  path: '/api/technicians',
  tag,
  summary: 'Technicians by name; a technician sees only himself or herself',
  query: pageQuery.extend({
    archived,
    kind: technicianKind.optional(),
    team: z.string().trim().max(80).optional(),
    skillId: id.optional(),
    certificationsExpiringBy: localDate.optional(),
  }),
  returns: page(technician),
})
export const listTeams = endpoint({
  method: 'GET',
  path: '/api/technicians/teams',
  tag,
  summary: 'Team labels in use',
  returns: z.array(z.string()),
})
export const getTechnician = endpoint({
  method: 'GET',
  path: '/api/technicians/:technicianId',
  tag,
  summary: 'One technician',
  params: technicianParams,
  returns: technician,
})
export const createTechnician = endpoint({
  method: 'POST',
  path: '/api/technicians',
  tag,
  summary: 'Add a technician',
  body: technicianAsked,
  returns: technician,
  status: 201,
})
export const updateTechnician = endpoint({
  method: 'PATCH',
  path: '/api/technicians/:technicianId',
  tag,
  summary: 'Change a technician, with skills, certifications and ordinary week',
  params: technicianParams,
  body: technicianAsked.extend({ version }),
  returns: technician,
})
export const archiveTechnician = endpoint({
  method: 'POST',
  path: '/api/technicians/:technicianId/archive',
  tag,
  summary: 'Archive a technician, or bring him or her back',
  params: technicianParams,
  body: archiving,
  returns: technician,
})
export const linkTechnicianToMember = endpoint({
  method: 'POST',
  path: '/api/technicians/:technicianId/member',
  tag,
  summary: 'Say which member signs in as this technician; null: nobody',
  params: technicianParams,
  body: z.object({ memberId: id.nullable() }),
  returns: technician,
})
/** A letter with a link; who follows it signs in as this technician. */
export const inviteTechnician = endpoint({
  method: 'POST',
  path: '/api/technicians/:technicianId/invite',
  tag,
  summary: 'Invite a technician to sign in',
  params: technicianParams,
  body: z.object({ email: z.email() }),
  returns: invitation,
  status: 201,
})

/** Those that touch the days `from` to `until`, both included; all when left out. */
export const listAbsences = endpoint({
  method: 'GET',
  path: '/api/technicians/:technicianId/absences',
  tag,
  summary: 'Absences of one technician, latest first',
  params: technicianParams,
  query: z.object({ from: localDate.optional(), until: localDate.optional() }),
  returns: z.array(absence),
})
export const createAbsence = endpoint({
  method: 'POST',
  path: '/api/technicians/:technicianId/absences',
  tag,
  summary: 'Note an absence',
  params: technicianParams,
  body: absenceDraft,
  returns: absence,
  status: 201,
})
export const updateAbsence = endpoint({
  method: 'PATCH',
  path: '/api/technicians/:technicianId/absences/:absenceId',
  tag,
  summary: 'Change an absence',
  params: absenceParams,
  body: absenceDraft.extend({ version }),
  returns: absence,
})
export const removeAbsence = endpoint({
  method: 'DELETE',
  path: '/api/technicians/:technicianId/absences/:absenceId',
  tag,
  summary: 'Remove an absence',
  params: absenceParams,
  returns: z.undefined(),
  status: 204,
})

/** Local days `from` to `until`, both included, at most 92. */
export const getAvailability = endpoint({
  method: 'GET',
  path: '/api/availability',
  tag,
  summary:
    'When technicians work: the ordinary week and what they opened, minus absences and what they said no to',
  query: z.object({ from: localDate, until: localDate, technicianId: id.optional() }),
  returns: z.array(availability),
})

/** What happened here, as told on the live stream. */
export const workforceEvents = {
  ...availabilityEvents,
  technician_created: z.object({ technicianId: id, name: z.string() }),
  technician_changed: z.object({ technicianId: id, name: z.string() }),
  technician_archived: z.object({ technicianId: id, name: z.string(), archived: z.boolean() }),
  technician_linked: z.object({ technicianId: id, name: z.string(), memberId: id.nullable() }),
  absence_changed: z.object({
    technicianId: id,
    absenceId: id,
    name: z.string(),
    span: absenceSpan,
  }),
  absence_removed: z.object({
    technicianId: id,
    absenceId: id,
    name: z.string(),
    span: absenceSpan,
  }),
}
