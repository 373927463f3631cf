// SQL of workforce.technicians and what hangs on one: skills, certifications, the ordinary week.
import type { Id, Instant, LocalDate, Page, PageQuery } from '@regie/contract/kernel'
import type { SkillLevel } from '@regie/contract/skills'
import type {
  Certification,
  Technician,
  TechnicianDraft,
  WeeklyShift,
} from '@regie/contract/workforce'
import { hasWords } from '../../platform/db/search.ts'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import { positionIn } from '../../platform/position.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  external_id: string | null
  name: string
  kind: Technician['kind']
  email: string
  phone: string
  colour: string
  team: string
  address_line: string
  postcode: string
  city: string
  country: string
  latitude: number | null
  longitude: number | null
  max_day_seconds: number
  hourly_cost_cents: number | null
  notes: string
  archived_at: Instant | null
  sort_name: string
  member_id: Id | null
  skills: SkillLevel[]
  certifications: Certification[]
  weekly_shifts: WeeklyShift[]
}

const toTechnician = (row: Row): Technician => ({
  id: row.id,
  version: row.version,
  externalId: row.external_id,
  name: row.name,
  kind: row.kind,
  email: row.email,
  phone: row.phone,
  colour: row.colour,
  team: row.team,
  homeAddress: {
    line: row.address_line,
    postcode: row.postcode,
    city: row.city,
    country: row.country,
  },
  homePosition: positionIn(row),
  maxDaySeconds: row.max_day_seconds,
  hourlyCostCents: row.hourly_cost_cents,
  notes: row.notes,
  archivedAt: row.archived_at,
  memberId: row.member_id,
  skills: row.skills,
  certifications: row.certifications,
  weeklyShifts: row.weekly_shifts,
})

const columns = sql`technician.id, technician.version, technician.external_id, technician.name, technician.kind,
  technician.email, technician.phone, technician.colour, technician.team, technician.address_line,
  technician.postcode, technician.city, technician.country, technician.latitude, technician.longitude,
  technician.max_day_seconds, technician.hourly_cost_cents, technician.notes, technician.archived_at,
  technician.sort_name,
  (select member.id from identity.v_members as member
    where member.organization_id = technician.organization_id and member.technician_id = technician.id) as member_id,
  coalesce((
    select json_agg(json_build_object('skillId', held.skill_id, 'level', held.level) order by held.ordinal)
    from workforce.technician_skills as held
    where held.organization_id = technician.organization_id and held.technician_id = technician.id
  ), '[]') as skills,
  coalesce((
    select json_agg(json_build_object('kindId', held.kind_id, 'number', held.number,
      'validFrom', held.valid_from, 'validUntil', held.valid_until) order by held.ordinal)
    from workforce.technician_certifications as held
    where held.organization_id = technician.organization_id and held.technician_id = technician.id
  ), '[]') as certifications,
  coalesce((
    select json_agg(json_build_object('weekday', shift.weekday, 'start', left(shift.starts::text, 5),
      'end', left(shift.ends::text, 5)) order by shift.weekday, shift.starts)
    from workforce.weekly_shifts as shift
    where shift.organization_id = technician.organization_id and shift.technician_id = technician.id
  ), '[]') as weekly_shifts`

export async function findTechnician(tx: Tx, technicianId: Id): Promise<Technician | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from workforce.technicians as technician
    where technician.organization_id = ${tx.actor.organizationId} and technician.id = ${technicianId}`)
  return row && toTechnician(row)
}

export async function findTechnicianByExternalId(
  tx: Tx,
  externalId: string,
): Promise<Technician | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from workforce.technicians as technician
    where technician.organization_id = ${tx.actor.organizationId} and technician.external_id = ${externalId}`)
  return row && toTechnician(row)
}

/** These, or all that are not archived, by name. */
export async function technicians(tx: Tx, ids: readonly Id[] | null): Promise<Technician[]> {
  const rows = await tx.rows(sql<Row>`
    select ${columns} from workforce.technicians as technician
    where technician.organization_id = ${tx.actor.organizationId}
      and case when ${ids === null} then technician.archived_at is null
        else technician.id = any(${[...(ids ?? [])]}::uuid[]) end
    order by technician.sort_name, technician.id`)
  return rows.map(toTechnician)
}

export type TechnicianFilter = PageQuery & {
  archived: boolean
  kind?: Technician['kind'] | undefined
  team?: string | undefined
  skillId?: Id | undefined
  certificationsExpiringBy?: LocalDate | undefined
  /** Only this one: what a technician may see. */
  only?: Id | undefined
}

export async function pageOfTechnicians(
  tx: Tx,
  query: TechnicianFilter,
): Promise<Page<Technician>> {
  const after = readCursor(query.cursor, ['name', 'id'])
  const matches = matching(tx, query)
  const { total } = await tx.row(
    sql<{ total: number }>`
      select count(*) as total from workforce.technicians as technician where ${matches}`,
  )
  const rows = await tx.rows(sql<Row>`
    select ${columns} from workforce.technicians as technician
    where ${matches}
      and (${after?.id ?? null}::uuid is null or (technician.sort_name, technician.id) > (${after?.name ?? ''}, ${after?.id ?? null}::uuid))
    order by technician.sort_name, technician.id
    limit ${query.limit + 1}`)
  const names = new Map(rows.map((row) => [row.id, row.sort_name]))
  return toPage(rows.map(toTechnician), query.limit, total, ({ id }) => [names.get(id) ?? '', id])
}

const matching = (tx: Tx, query: TechnicianFilter) => sql`
  technician.organization_id = ${tx.actor.organizationId}
  and (technician.archived_at is not null) = ${query.archived}
  and (${query.only ?? null}::uuid is null or technician.id = ${query.only ?? null}::uuid)
  and (${query.kind ?? null}::text is null or technician.kind = ${query.kind ?? ''})
  and (${query.team ?? null}::text is null or technician.team = ${query.team ?? ''})
  and ${hasWords(sql`technician.search_text`, query.search)}
  and (${query.skillId ?? null}::uuid is null or exists (
    select from workforce.technician_skills as held
    where held.organization_id = technician.organization_id and held.technician_id = technician.id
      and held.skill_id = ${query.skillId ?? null}::uuid))
  and (${query.certificationsExpiringBy ?? null}::date is null or exists (
    select from workforce.technician_certifications as held
    where held.organization_id = technician.organization_id and held.technician_id = technician.id
      and held.valid_until < ${query.certificationsExpiringBy ?? null}::date))`

export async function teams(tx: Tx): Promise<string[]> {
  const rows = await tx.rows(sql<{ team: string }>`
    select distinct team from workforce.technicians
    where organization_id = ${tx.actor.organizationId} and archived_at is null and team <> ''
    order by team`)
  return rows.map(({ team }) => team)
}

export async function countTechnicians(tx: Tx): Promise<number> {
  const { total } = await tx.row(sql<{ total: number }>`
    select count(*) as total from workforce.technicians where organization_id = ${tx.actor.organizationId}`)
  return total
}

type Complete = TechnicianDraft & { colour: string }

export async function insertTechnician(tx: Tx, technicianId: Id, draft: Complete): Promise<void> {
  await tx.run(sql`
    insert into workforce.technicians (organization_id, id, external_id, name, kind, email, phone, colour, team,
      address_line, postcode, city, country, latitude, longitude, max_day_seconds, hourly_cost_cents, notes)
    values (${tx.actor.organizationId}, ${technicianId}, ${draft.externalId}, ${draft.name}, ${draft.kind},
      ${draft.email}, ${draft.phone}, ${draft.colour}, ${draft.team}, ${draft.homeAddress.line},
      ${draft.homeAddress.postcode}, ${draft.homeAddress.city}, ${draft.homeAddress.country},
      ${draft.homePosition?.latitude ?? null}, ${draft.homePosition?.longitude ?? null}, ${draft.maxDaySeconds},
      ${draft.hourlyCostCents}, ${draft.notes})`)
  await insertParts(tx, technicianId, draft)
}

/** Changes the row if it still has `version`; returns whether it had. */
export async function saveTechnician(
  tx: Tx,
  technicianId: Id,
  version: number,
  draft: Complete,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update workforce.technicians
    set external_id = ${draft.externalId}, name = ${draft.name}, kind = ${draft.kind}, email = ${draft.email},
      phone = ${draft.phone}, colour = ${draft.colour}, team = ${draft.team}, address_line = ${draft.homeAddress.line},
      postcode = ${draft.homeAddress.postcode}, city = ${draft.homeAddress.city}, country = ${draft.homeAddress.country},
      latitude = ${draft.homePosition?.latitude ?? null}, longitude = ${draft.homePosition?.longitude ?? null},
      max_day_seconds = ${draft.maxDaySeconds}, hourly_cost_cents = ${draft.hourlyCostCents}, notes = ${draft.notes},
      version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${technicianId} and version = ${version}`)
  if (changed !== 1) return false
  for (const table of ['technician_skills', 'technician_certifications', 'weekly_shifts'])
    await tx.run(sql`
      delete from workforce.${sql.ref(table)}
      where organization_id = ${tx.actor.organizationId} and technician_id = ${technicianId}`)
  await insertParts(tx, technicianId, draft)
  return true
}

async function insertParts(tx: Tx, technicianId: Id, draft: Complete): Promise<void> {
  const { organizationId } = tx.actor
  await tx.run(sql`
    insert into workforce.technician_skills (organization_id, technician_id, skill_id, level, ordinal)
    select ${organizationId}, ${technicianId}, (item->>'skillId')::uuid, (item->>'level')::int, ordinal
    from jsonb_array_elements(${JSON.stringify(draft.skills)}::jsonb) with ordinality as listed (item, ordinal)`)
  await tx.run(sql`
    insert into workforce.technician_certifications (organization_id, technician_id, ordinal, kind_id, number,
      valid_from, valid_until)
    select ${organizationId}, ${technicianId}, ordinal, (item->>'kindId')::uuid, item->>'number',
      (item->>'validFrom')::date, (item->>'validUntil')::date
    from jsonb_array_elements(${JSON.stringify(draft.certifications)}::jsonb) with ordinality as listed (item, ordinal)`)
  await tx.run(sql`
    insert into workforce.weekly_shifts (organization_id, technician_id, weekday, starts, ends)
    select ${organizationId}, ${technicianId}, (item->>'weekday')::int, (item->>'start')::time, (item->>'end')::time
    from jsonb_array_elements(${JSON.stringify(draft.weeklyShifts)}::jsonb) as item`)
}

export async function markTechnicianArchived(
  tx: Tx,
  technicianId: Id,
  version: number,
  archivedAt: Instant | null,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update workforce.technicians set archived_at = ${archivedAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${technicianId} and version = ${version}`)
  return changed === 1
}
