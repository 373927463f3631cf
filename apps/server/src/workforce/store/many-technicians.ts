// SQL of many technicians at once, with skills, certifications and ordinary weeks.
import type { Id } from '@regie/contract/kernel'
import type { TechnicianDraft } from '@regie/contract/workforce'
import { sql } from '../../platform/db/sql.ts'
import type { Stored } from '../../platform/merge.ts'
import type { Tx } from '../../platform/work.ts'
import { technicians } from './technicians.ts'

/** Technicians that have one of the external ids or one of the names (accents and case ignored). */
export async function techniciansNamed(
  tx: Tx,
  externalIds: readonly string[],
  names: readonly string[],
): Promise<Stored<TechnicianDraft>[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    select id from workforce.technicians
    where organization_id = ${tx.actor.organizationId}
      and (external_id = any(${[...externalIds]}::text[])
        or sort_name in (select platform.fold(name) from unnest(${[...names]}::text[]) as name))`)
  const found = await technicians(
    tx,
    rows.map(({ id }) => id),
  )
  return found.map(({ id, version, memberId: _, archivedAt: __, ...draft }) => ({
    id,
    version,
    draft,
  }))
}

const flat = (rows: readonly Stored<TechnicianDraft>[]): string =>
  JSON.stringify(
    rows.map(({ id, version, draft: { homeAddress, homePosition, ...draft } }) => ({
      id,
      version,
      ...draft,
      ...homeAddress,
      ...homePosition,
    })),
  )

const given = sql`id uuid, version int, "externalId" text, name text, kind text, email text, phone text, colour text,
  team text, line text, postcode text, city text, country text, latitude double precision, longitude double precision,
  "maxDaySeconds" int, "hourlyCostCents" int, notes text`

export async function insertTechnicians(
  tx: Tx,
  rows: readonly Stored<TechnicianDraft>[],
): Promise<void> {
  await tx.run(sql`
    insert into workforce.technicians (organization_id, id, external_id, name, kind, email, phone, colour, team,
      address_line, postcode, city, country, latitude, longitude, max_day_seconds, hourly_cost_cents, notes)
    select ${tx.actor.organizationId}, id, "externalId", name, kind, email, phone, colour, team, line, postcode, city,
      country, latitude, longitude, "maxDaySeconds", "hourlyCostCents", notes
    from jsonb_to_recordset(${flat(rows)}::jsonb) as given(${given})`)
  await insertParts(tx, rows)
}

/** The number of rows changed: fewer than given when somebody changed one in the meantime. */
export async function saveTechnicians(
  tx: Tx,
  rows: readonly Stored<TechnicianDraft>[],
): Promise<number> {
  const { organizationId } = tx.actor
  const changed = await tx.run(sql`
    update workforce.technicians as technician
    set external_id = given."externalId", name = given.name, kind = given.kind, email = given.email,
      phone = given.phone, colour = given.colour, team = given.team, address_line = given.line,
      postcode = given.postcode, city = given.city, country = given.country, latitude = given.latitude,
      longitude = given.longitude, max_day_seconds = given."maxDaySeconds",
      hourly_cost_cents = given."hourlyCostCents", notes = given.notes, version = technician.version + 1
    from jsonb_to_recordset(${flat(rows)}::jsonb) as given(${given})
    where technician.organization_id = ${organizationId} and technician.id = given.id
      and technician.version = given.version`)
  const ids = rows.map(({ id }) => id)
  for (const table of ['technician_skills', 'technician_certifications', 'weekly_shifts'])
    await tx.run(sql`
      delete from workforce.${sql.ref(table)}
      where organization_id = ${organizationId} and technician_id = any(${ids}::uuid[])`)
  await insertParts(tx, rows)
  return changed
}

async function insertParts(tx: Tx, rows: readonly Stored<TechnicianDraft>[]): Promise<void> {
  const { organizationId } = tx.actor
  const parts = <K extends 'skills' | 'certifications' | 'weeklyShifts'>(part: K) =>
    JSON.stringify(
      rows.flatMap(({ id, draft }) =>
        draft[part].map((item, index) => ({ technicianId: id, ordinal: index + 1, ...item })),
      ),
    )
  await tx.run(sql`
    insert into workforce.technician_skills (organization_id, technician_id, skill_id, level, ordinal)
    select ${organizationId}, "technicianId", "skillId", level, ordinal
    from jsonb_to_recordset(${parts('skills')}::jsonb)
      as part("technicianId" uuid, "skillId" uuid, level int, ordinal int)`)
  await tx.run(sql`
    insert into workforce.technician_certifications (organization_id, technician_id, ordinal, kind_id, number,
      valid_from, valid_until)
    select ${organizationId}, "technicianId", ordinal, "kindId", number, "validFrom", "validUntil"
    from jsonb_to_recordset(${parts('certifications')}::jsonb)
      as part("technicianId" uuid, ordinal int, "kindId" uuid, number text, "validFrom" date, "validUntil" date)`)
  await tx.run(sql`
    insert into workforce.weekly_shifts (organization_id, technician_id, weekday, starts, ends)
    select ${organizationId}, "technicianId", weekday, start, "end"
    from jsonb_to_recordset(${parts('weeklyShifts')}::jsonb)
      as part("technicianId" uuid, weekday int, start time, "end" time)`)
}
