import { certificationKindDraft } from '@regie/contract/skills'
import { absenceDraft, technicianDraft } from '@regie/contract/workforce'
import { describe, expect, test } from 'vitest'
import { member, useWork } from '../testing/work.ts'
import { createAbsence, removeAbsence, updateAbsence } from './commands/absences.ts'
import { createCertificationKind, createSkill, updateSkill } from './commands/skills.ts'
import { archiveTechnician, createTechnician, updateTechnician } from './commands/technicians.ts'
import {
  getAvailability,
  getTechnician,
  listAbsences,
  listTechnicians,
  technicianAvailability,
} from './queries.ts'

const { act, read, told } = useWork()
const page = { limit: 50, archived: false }

async function pool() {
  const planner = member('planner')
  const skill = await act(planner, createSkill, { code: 'CHIM', name: 'Chimie de l’eau' })
  const kind = await act(
    planner,
    createCertificationKind,
    certificationKindDraft.parse({ code: 'B2V', name: 'Habilitation électrique' }),
  )
  const draft = technicianDraft.parse({
    name: 'Éloïse Démo',
    externalId: 'T1',
    skills: [{ skillId: skill.id, level: 3 }],
    certifications: [{ kindId: kind.id, number: '42', validUntil: '2026-12-31' }],
  })
  return { planner, skill, kind, draft, technician: await act(planner, createTechnician, draft) }
}

describe('a technician', () => {
  test('comes back as it was given, with a colour and the ordinary week', async () => {
    const { draft, technician } = await pool()
    expect(technician).toMatchObject({
      ...draft,
      colour: '#2f6fde',
      version: 1,
      archivedAt: null,
      memberId: null,
    })
    expect(technician.weeklyShifts).toHaveLength(5)
  })

  test('is changed as a whole, from the version that was read', async () => {
    const { planner, draft, technician } = await pool()
    const change = {
      technicianId: technician.id,
      version: 1,
      draft: {
        ...draft,
        name: 'Éloïse Essai',
        skills: [],
        weeklyShifts: [{ weekday: 6, start: '22:00', end: '06:00' }],
      },
    }
    expect(await act(planner, updateTechnician, change)).toMatchObject({
      ...change.draft,
      version: 2,
      colour: technician.colour,
    })
    await expect(act(planner, updateTechnician, change)).rejects.toMatchObject({
      code: 'stale_version',
      details: { current: { version: 2, name: 'Éloïse Essai' } },
    })
    expect((await told(planner)).map(({ name }) => name)).toEqual([
      'skill_changed',
      'certification_kind_changed',
      'technician_created',
      'technician_changed',
    ])
  })

  test('is found by search without accents, skill, and a certificate about to end', async () => {
    const { planner, skill } = await pool()
    await act(
      planner,
      createTechnician,
      technicianDraft.parse({ name: 'Bruno Fictif', team: 'Nord', kind: 'freelance' }),
    )
    const names = async (filter: object) =>
      (await read(planner, (tx) => listTechnicians(tx, { ...page, ...filter }))).items.map(
        ({ name }) => name,
      )
    expect(await names({})).toEqual(['Bruno Fictif', 'Éloïse Démo'])
    expect(await names({ search: 'eloise' })).toEqual(['Éloïse Démo'])
    expect(await names({ team: 'Nord' })).toEqual(['Bruno Fictif'])
    expect(await names({ kind: 'employee' })).toEqual(['Éloïse Démo'])
    expect(await names({ skillId: skill.id })).toEqual(['Éloïse Démo'])
    expect(await names({ certificationsExpiringBy: '2026-12-31' })).toEqual([])
    expect(await names({ certificationsExpiringBy: '2027-01-01' })).toEqual(['Éloïse Démo'])
    expect(await names({ archived: true })).toEqual([])
  })

  test('pages do not repeat or lose anybody', async () => {
    const planner = member('planner')
    for (const name of ['b', 'É', 'a', 'e', 'c'])
      await act(planner, createTechnician, technicianDraft.parse({ name }))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const one = await read(planner, (tx) => listTechnicians(tx, { ...page, limit: 2, cursor }))
      expect(one.total).toBe(5)
      seen.push(...one.items.map(({ name }) => name))
      cursor = one.nextCursor ?? undefined
    } while (cursor)
    expect([...seen].sort()).toEqual(['a', 'b', 'c', 'e', 'É'].sort())
    expect(seen.slice(0, 3)).toEqual(['a', 'b', 'c'])
  })

  test('of another organisation does not exist, nor do its skills', async () => {
    const { technician, draft } = await pool()
    const stranger = member('owner')
    const gone = { code: 'not_found' }
    await expect(read(stranger, (tx) => getTechnician(tx, technician.id))).rejects.toMatchObject(
      gone,
    )
    await expect(
      act(stranger, updateTechnician, { technicianId: technician.id, version: 1, draft }),
    ).rejects.toMatchObject(gone)
    await expect(act(stranger, createTechnician, draft)).rejects.toMatchObject({
      ...gone,
      details: { what: 'skill' },
    })
    await expect(
      read(stranger, (tx) =>
        getAvailability(tx, {
          from: '2026-11-23',
          until: '2026-11-23',
          technicianId: technician.id,
        }),
      ),
    ).rejects.toMatchObject(gone)
  })

  test('external ids and codes are unique, whatever the case of a code', async () => {
    const { planner, draft, skill } = await pool()
    await expect(act(planner, createTechnician, draft)).rejects.toMatchObject({
      code: 'already_exists',
      details: { field: 'externalId' },
    })
    await expect(act(planner, createSkill, { code: 'chim', name: 'x' })).rejects.toMatchObject({
      code: 'already_exists',
    })
    expect(
      await act(planner, updateSkill, {
        skillId: skill.id,
        version: 1,
        draft: { code: 'chim', name: 'x' },
      }),
    ).toMatchObject({ version: 2 })
  })
})

describe('availability', () => {
  test('is the week minus absences, and without those archived', async () => {
    const { planner, technician } = await pool()
    const { id: technicianId } = technician
    const hours = absenceDraft.parse({
      span: { kind: 'hours', from: '2026-11-24T11:00:00Z', until: '2026-11-24T23:00:00Z' },
      reason: 'training',
    })
    const days = absenceDraft.parse({
      span: { kind: 'days', from: '2026-11-20', until: '2026-11-23' },
    })
    await act(planner, createAbsence, { technicianId, draft: hours })
    const leave = await act(planner, createAbsence, { technicianId, draft: days })
    const week = { from: '2026-11-23', until: '2026-11-25' }
    const minutes = async () =>
      (await read(planner, (tx) => technicianAvailability(tx, week))).map(({ days }) =>
        days.map(({ shifts }) =>
          shifts.reduce(
            (sum, one) => sum + (Date.parse(one.endsAt) - Date.parse(one.startsAt)) / 60_000,
            0,
          ),
        ),
      )
    expect(await minutes()).toEqual([[0, 240, 720]])
    await act(planner, updateAbsence, {
      technicianId,
      absenceId: leave.id,
      version: 1,
      draft: { ...days, span: { ...days.span, until: '2026-11-25' } as typeof days.span },
    })
    expect(await minutes()).toEqual([[0, 0, 0]])
    await act(planner, removeAbsence, { technicianId, absenceId: leave.id })
    expect(await minutes()).toEqual([[720, 240, 720]])
    await act(planner, archiveTechnician, { technicianId, version: 1, archived: true })
    expect(await minutes()).toEqual([])
  })

  test('refuses ranges the wrong way round or too long', async () => {
    const planner = member('planner')
    for (const until of ['2026-11-22', '2027-02-23'])
      await expect(
        read(planner, (tx) => getAvailability(tx, { from: '2026-11-23', until })),
      ).rejects.toMatchObject({
        code: 'invalid_input',
        faults: [{ path: 'query.until', got: until }],
      })
  })
})

describe('a technician who signs in', () => {
  test('sees the own profile and absences, and nobody else', async () => {
    const { planner, technician, draft } = await pool()
    const other = await act(planner, createTechnician, {
      ...draft,
      externalId: null,
      hourlyCostCents: 4000,
    })
    await act(planner, createAbsence, {
      technicianId: other.id,
      draft: absenceDraft.parse({
        span: { kind: 'days', from: '2026-11-20', until: '2026-11-23' },
        reason: 'sick',
      }),
    })
    const self = member('technician', {
      organizationId: planner.organizationId,
      technicianId: other.id,
    })
    expect(await read(self, (tx) => getTechnician(tx, other.id))).toMatchObject({
      id: other.id,
      hourlyCostCents: null,
    })
    expect((await read(self, (tx) => listTechnicians(tx, page))).items.map(({ id }) => id)).toEqual(
      [other.id],
    )
    expect(await read(self, (tx) => listAbsences(tx, other.id, {}))).toHaveLength(1)
    expect(
      (
        await read(self, (tx) => getAvailability(tx, { from: '2026-11-23', until: '2026-11-23' }))
      ).map((one) => one.technicianId),
    ).toEqual([other.id])
    await expect(read(self, (tx) => getTechnician(tx, technician.id))).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(read(self, (tx) => listAbsences(tx, technician.id, {}))).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(
      act(self, updateTechnician, { technicianId: other.id, version: 1, draft }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('who is linked to nobody sees nobody', async () => {
    await expect(
      read(member('technician'), (tx) => listTechnicians(tx, page)),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})
