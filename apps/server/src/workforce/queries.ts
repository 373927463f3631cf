// Reads shaped for a screen, and for the modules above. A technician sees himself or herself, and nobody else.
import type { DayWord } from '@regie/contract/availability'
import type { Id, LocalDate, Page } from '@regie/contract/kernel'
import type { Absence, Availability, Technician } from '@regie/contract/workforce'
import { fail, invalid } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import type { Tx } from '../platform/work.ts'
import { daysBetween, resolveAvailability, zoneClock } from './model.ts'
import { absencesOf } from './store/absences.ts'
import { countCertificationKinds } from './store/certification-kinds.ts'
import { dayWordsOf } from './store/day-words.ts'
import { countSkills } from './store/skills.ts'
import {
  findTechnician,
  pageOfTechnicians,
  type TechnicianFilter,
  technicians,
} from './store/technicians.ts'

const MAX_DAYS = 92

/** The technician the reader is confined to; null: sees all. */
function confinedTo(tx: Tx): Id | null {
  if (tx.may('workforce.read')) return null
  if (!tx.actor.technicianId) throw fail('forbidden', { permission: 'workforce.read' })
  return tx.actor.technicianId
}

/** What the organisation pays is not told to those it pays. */
const shown = (tx: Tx, technician: Technician): Technician =>
  tx.may('workforce.read') ? technician : { ...technician, hourlyCostCents: null, notes: '' }

/** 404 when the reader may not know of this technician. */
export function expectVisible(tx: Tx, technicianId: Id): void {
  const own = confinedTo(tx)
  if (own && own !== technicianId) throw fail('not_found', { what: 'technician' })
}

export async function getTechnician(tx: Tx, technicianId: Id): Promise<Technician> {
  expectVisible(tx, technicianId)
  return shown(tx, found(await findTechnician(tx, technicianId), 'technician'))
}

export async function listTechnicians(tx: Tx, query: TechnicianFilter): Promise<Page<Technician>> {
  const page = await pageOfTechnicians(tx, { ...query, only: confinedTo(tx) ?? undefined })
  return { ...page, items: page.items.map((technician) => shown(tx, technician)) }
}

export async function listAbsences(
  tx: Tx,
  technicianId: Id,
  range: { from?: LocalDate | undefined; until?: LocalDate | undefined },
): Promise<Absence[]> {
  expectVisible(tx, technicianId)
  found(await findTechnician(tx, technicianId), 'technician')
  return await absencesOf(tx, [technicianId], {
    from: range.from ?? null,
    until: range.until ?? null,
  })
}

/** In the order they were said; a day without a word has none. */
export async function listDayWords(
  tx: Tx,
  technicianId: Id,
  { from, until }: { from?: LocalDate | undefined; until?: LocalDate | undefined },
): Promise<DayWord[]> {
  expectVisible(tx, technicianId)
  found(await findTechnician(tx, technicianId), 'technician')
  return await dayWordsOf(tx, { technicianIds: [technicianId], from, until })
}

export async function getAvailability(
  tx: Tx,
  {
    from,
    until,
    technicianId,
  }: { from: LocalDate; until: LocalDate; technicianId?: Id | undefined },
): Promise<Availability[]> {
  const only = confinedTo(tx)
  if (technicianId) expectVisible(tx, technicianId)
  const wanted = technicianId ?? only
  const result = await technicianAvailability(tx, {
    from,
    until,
    ...(wanted ? { technicianIds: [wanted] } : {}),
  })
  if (wanted && result.length === 0) throw fail('not_found', { what: 'technician' })
  return result
}

/**
 * When these technicians (all that are not archived, when left out) work on the local days `from` to `until`,
 * both included: the ordinary week minus absences, as instants in the organisation's zone. In order of names.
 */
export async function technicianAvailability(
  tx: Tx,
  {
    from,
    until,
    technicianIds,
  }: { from: LocalDate; until: LocalDate; technicianIds?: readonly Id[] },
): Promise<Availability[]> {
  return (await techniciansWithHours(tx, technicianIds ?? null, { from, until })).availability
}

type Days = { readonly from: LocalDate; readonly until: LocalDate }

/** These technicians, or all that are not archived, with their hours of these local days: asked for together. */
export async function techniciansWithHours(
  tx: Tx,
  technicianIds: readonly Id[] | null,
  range: Days,
): Promise<{ people: Technician[]; availability: Availability[] }> {
  const days = expectRange(range.from, range.until)
  const [people, exceptions] = await Promise.all([
    technicians(tx, technicianIds),
    exceptionsOf(tx, technicianIds, range),
  ])
  return { people, availability: resolve(tx, people, { days, ...exceptions }) }
}

type Week = Pick<Technician, 'id' | 'weeklyShifts'>

/** The same for technicians that were read already. */
export async function availabilityOf(
  tx: Tx,
  people: readonly Week[],
  range: Days,
): Promise<Availability[]> {
  const days = expectRange(range.from, range.until)
  const ids = people.map(({ id }) => id)
  return resolve(tx, people, { days, ...(await exceptionsOf(tx, ids, range)) })
}

/** What differs from the ordinary weeks of these technicians (null: of all), by technician. */
async function exceptionsOf(tx: Tx, technicianIds: readonly Id[] | null, range: Days) {
  const [absences, words] = await Promise.all([
    absencesOf(tx, technicianIds, range),
    dayWordsOf(tx, { ...(technicianIds ? { technicianIds } : {}), ...range }),
  ])
  return {
    absences: Map.groupBy(absences, (one) => one.technicianId),
    words: Map.groupBy(words, (one) => one.technicianId),
  }
}

type Exceptions = Awaited<ReturnType<typeof exceptionsOf>>

function resolve(
  tx: Tx,
  people: readonly Week[],
  { days, absences, words }: Exceptions & { readonly days: ReturnType<typeof daysBetween> },
): Availability[] {
  const clock = zoneClock(tx.actor.timeZone)
  return people.map(({ id, weeklyShifts }) => ({
    technicianId: id,
    days: resolveAvailability(
      days,
      { week: weeklyShifts, absences: absences.get(id) ?? [], words: words.get(id) ?? [] },
      clock,
    ),
  }))
}

/** The local days of a range that is neither backwards nor too long. */
export function expectRange(from: LocalDate, until: LocalDate): ReturnType<typeof daysBetween> {
  const refuse = (expected: string) => invalid([{ path: 'query.until', expected, got: until }])
  if (until < from) throw refuse(`a date not before ${from}`)
  if (Date.parse(until) - Date.parse(from) >= MAX_DAYS * 86_400_000)
    throw refuse(`a date less than ${MAX_DAYS} days after ${from}`)
  return daysBetween(from, until)
}

type Requirements = {
  readonly skills?: readonly { readonly skillId: Id }[]
  readonly certificationKindIds?: readonly Id[]
}

/** 404 unless every skill and certification kind named is one of the organisation's. */
export async function expectKnown(tx: Tx, named: readonly Requirements[]): Promise<void> {
  const skillIds = new Set(named.flatMap(({ skills }) => skills ?? []).map((one) => one.skillId))
  const kindIds = new Set(named.flatMap(({ certificationKindIds }) => certificationKindIds ?? []))
  if (skillIds.size && (await countSkills(tx, [...skillIds])) < skillIds.size)
    throw fail('not_found', { what: 'skill' })
  if (kindIds.size && (await countCertificationKinds(tx, [...kindIds])) < kindIds.size)
    throw fail('not_found', { what: 'certification kind' })
}
