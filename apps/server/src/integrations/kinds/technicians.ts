// Lines about technicians.
import type { ImportChoices, Mapping } from '@regie/contract/integrations'
import type { Id } from '@regie/contract/kernel'
import { overlappingShifts, type WeeklyShift } from '@regie/contract/workforce'
import { type Outcome, tallyOf } from '../../platform/merge.ts'
import type { Tx } from '../../platform/work.ts'
import { applyTechnicians, planTechnicians, type TechnicianPatch } from '../../workforce/index.ts'
import type { Table } from '../csv/read-table.ts'
import type { Intake, IntakePlan, Line } from '../intake.ts'
import { given, readPosition } from '../line-parts.ts'
import {
  anyText,
  duration,
  email,
  fold,
  numberBetween,
  oneOf,
  phone,
  type TimeRange,
  timeRanges,
} from '../reading.ts'
import { sayRefusal } from './refusals.ts'
import { openSkillBook, type SkillBook } from './skill-book.ts'
import { technicianFields } from './technician-fields.ts'

export const technicians: Intake = {
  kind: 'technicians',
  permission: 'workforce.write',
  fields: technicianFields,
  identity: () => 'externalId',
  complete,
  plan,
}

const kind = oneOf({
  employee: ['salarié', 'CDI', 'CDD', 'interne', 'apprenti', 'intermittent', 'CDDU'],
  freelance: ['indépendant', 'auto-entrepreneur', 'micro-entrepreneur', 'libéral'],
  subcontractor: ['sous-traitant', 'sous traitance', 'prestataire', 'externe'],
})

/** A first name in a column of its own goes before the name. */
function complete(mapping: Mapping, { columns }: Table): Mapping {
  const first = columns.find(({ header }) =>
    ['prenom', 'first name', 'firstname'].includes(fold(header)),
  )
  if (!first || mapping.name?.includes(first.index)) return mapping
  const others = Object.entries(mapping).filter(([, indexes]) => !indexes.includes(first.index))
  return { ...Object.fromEntries(others), name: [first.index, ...(mapping.name ?? [])] }
}

function readTechnician(line: Line, book: SkillBook): TechnicianPatch | undefined {
  const name = line.read('name', anyText(200))
  const euros = line.read('hourlyCost', numberBetween(0, 100_000))
  const minutes = line.read('maxDay', duration)
  const patch = given<Omit<TechnicianPatch, 'name' | 'externalId' | 'homeAddress'>>({
    kind: line.read('kind', kind),
    email: line.read('email', email),
    phone: line.read('phone', phone),
    team: line.read('team', anyText(80)),
    notes: line.read('notes', anyText(10_000)),
    hourlyCostCents: euros === undefined ? undefined : Math.round(euros * 100),
    maxDaySeconds: minutes === undefined ? undefined : Math.max(1_800, minutes * 60),
    homePosition: readPosition(line, { latitude: 'home.latitude', longitude: 'home.longitude' }),
    skills: book.readSkills(line, 'skills'),
    certifications: book.readCertifications(line, 'certifications'),
    weeklyShifts: readWeek(line),
  })
  const homeAddress = given<NonNullable<TechnicianPatch['homeAddress']>>({
    line: line.read('home.line', anyText(300)),
    postcode: line.read('home.postcode', anyText(20)),
    city: line.read('home.city', anyText(120)),
  })
  const externalId = line.read('externalId', anyText(100)) ?? null
  if (line.faults.length || !name) return undefined
  return { externalId, name, homeAddress, ...patch }
}

/** Undefined when the line says nothing about hours, so that they stay as they are. */
function readWeek(line: Line): WeeklyShift[] | undefined {
  const usual = line.read('shift.week', timeRanges)
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    ranges: line.read(`shift.${weekday}`, timeRanges),
  }))
  if (!usual && week.every(({ ranges }) => ranges === undefined)) return undefined
  const shifts = week.flatMap(({ weekday, ranges }) =>
    (ranges ?? (weekday <= 5 ? (usual ?? []) : [])).map(toShift(weekday)),
  )
  for (const [, second] of overlappingShifts(shifts)) {
    const weekday = shifts[second]?.weekday ?? 1
    const field = line.text(`shift.${weekday}`) ? `shift.${weekday}` : 'shift.week'
    line.fault(field, {
      fr: 'des horaires qui ne chevauchent pas ceux de la veille ou du lendemain',
      en: 'working hours that do not overlap those of the day before or after',
    })
  }
  return shifts
}

const toShift =
  (weekday: number) =>
  ({ from, until }: TimeRange): WeeklyShift => ({ weekday, start: from, end: until })

async function plan(
  tx: Tx,
  lines: readonly Line[],
  { createMissing }: ImportChoices,
): Promise<IntakePlan> {
  const book = await openSkillBook(tx, createMissing)
  const sound = lines.flatMap((line) => {
    const patch = readTechnician(line, book)
    return patch ? [{ line, patch }] : []
  })
  const planned = await planTechnicians(
    tx,
    sound.map(({ patch }) => patch),
  )
  const outcomes = new Map<Line, Outcome>()
  for (const [index, { line }] of sound.entries()) {
    const result = planned.lines[index]
    if (!result) continue
    if ('reason' in result)
      line.fault(
        line.text('externalId') ? 'externalId' : 'name',
        sayRefusal(result, (first) => sound[first]?.line.number ?? 0),
      )
    else outcomes.set(line, result.outcome)
  }
  const noted = book.noted()
  return {
    outcomes,
    tallies: {
      technicians: tallyOf(planned.technicians),
      ...(noted.skills.length ? { skills: tallyOf(noted.skills) } : {}),
      ...(noted.certifications.length ? { certifications: tallyOf(noted.certifications) } : {}),
    },
    withoutPosition: [],
    async apply() {
      const real = await book.createNoted()
      await applyTechnicians(tx, {
        ...planned,
        technicians: planned.technicians.map(renamed(real)),
      })
    },
  }
}

type Row = Awaited<ReturnType<typeof planTechnicians>>['technicians'][number]

/** Ids that stood for what was yet to be made, replaced by the real ones. */
const renamed =
  (real: ReadonlyMap<Id, Id>) =>
  (row: Row): Row => ({
    ...row,
    draft: {
      ...row.draft,
      skills: row.draft.skills.map((one) => ({
        ...one,
        skillId: real.get(one.skillId) ?? one.skillId,
      })),
      certifications: row.draft.certifications.map((one) => ({
        ...one,
        kindId: real.get(one.kindId) ?? one.kindId,
      })),
    },
  })
