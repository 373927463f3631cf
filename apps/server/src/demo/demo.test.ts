import { describe, expect, test } from 'vitest'
import { sql } from '../platform/db/sql.ts'
import { useProgram } from '../testing/program.ts'
import { beginDemo } from './begin.ts'
import { owner } from './people.ts'
import { weekOf } from './week.ts'

// Thursday 19 November 2026, late morning in Paris.
const clock = () => Date.parse('2026-11-19T10:00:00Z')
const program = useProgram({ clock, env: { DEMO: 'on' }, startMs: 120_000 })
const company = '01900000-0000-7000-8000-00000000de01'
const festival = '01900000-0000-7000-8000-00000000de02'

const ask = (organizationId: string, query: string) =>
  program.services.database.transaction(organizationId, (rows) =>
    rows.rows(sql<Record<string, unknown>>`${sql.raw(query)}`),
  )
const one = async (organizationId: string, query: string) =>
  Number(Object.values((await ask(organizationId, query))[0] ?? {})[0])

describe('the demo', () => {
  test('has the real facilities, a team of 20 and four weeks of visits', async () => {
    expect(
      await ask(
        company,
        'select count(*) as sites, count(latitude) as placed from clients.v_sites',
      ),
    ).toEqual([{ sites: 547, placed: 547 }])
    expect(await one(company, 'select count(*) from workforce.v_technicians')).toBe(20)
    const visits = await one(company, 'select count(*) from work_orders.v_series_visits')
    expect(visits).toBeGreaterThan(5)
    expect(await one(company, 'select count(*) from work_orders.v_work_orders')).toBe(
      85 * 4 + 547 + 14 + visits,
    )
    expect(
      await one(
        company,
        "select count(*) from work_orders.v_work_orders where category = 'urgent'",
      ),
    ).toBe(14)
  })

  test('asks for availability: some have answered, whoever signs in has not', async () => {
    for (const [organizationId, asked, answered] of [
      [company, 6, 4],
      [festival, 10, 7],
    ] as const)
      expect(
        await ask(
          organizationId,
          'select count(*) as asked, count(answered_at) as answered from polls.v_people',
        ),
      ).toEqual([{ asked, answered }])
  })

  test('has a week that is partly done, partly published and mostly still to be planned', async () => {
    const states = await ask(
      company,
      'select state, count(*) as n from planning.v_assignments group by state',
    )
    const known = new Map(states.map(({ state, n }) => [state, Number(n)]))
    expect(known.get('finished')).toBeGreaterThan(30)
    expect(known.get('accepted')).toBeGreaterThan(10)
    expect(known.get('offered')).toBeGreaterThan(3)
    expect(
      await one(
        company,
        "select count(*) from work_orders.v_work_orders where status = 'qualified'",
      ),
    ).toBeGreaterThan(600)
    expect(
      await one(company, 'select count(*) from planning.v_assignments where published_at is null'),
    ).toBe(0)
  })

  test('has a festival of three stages and 30 people whose work keeps its order', async () => {
    expect(await one(festival, 'select count(*) from workforce.v_technicians')).toBe(30)
    expect(await one(festival, 'select count(*) from work_orders.v_work_orders')).toBe(3 * 16)
    expect(await one(festival, 'select count(*) from planning.v_assignments')).toBeGreaterThan(80)
    const disorder = await one(
      festival,
      `select count(*) from work_orders.v_dependencies as dependency
        join planning.v_assignments as first on first.work_order_id = dependency.after_id
        join planning.v_assignments as later on later.work_order_id = dependency.work_order_id
        where later.starts_at < first.ends_at`,
    )
    expect(disorder).toBe(0)
  })

  test('can be signed in to with the password that is printed', async () => {
    const notes = (await beginDemo(program.services)).join('\n')
    const password = /password: (\S+)/.exec(notes)?.[1]
    const response = await fetch(`${program.address}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: owner.email, password }),
    })
    expect(response.ok).toBe(true)
  })

  test('is not filled twice', async () => {
    await beginDemo(program.services)
    expect(await one(company, 'select count(*) from clients.v_sites')).toBe(547)
  })
})

test('the week is that of Paris, also over a change of clocks', () => {
  // Sunday 25 October 2026, 23:30 UTC is Monday 00:30 in Paris.
  const week = weekOf(Date.parse('2026-10-25T23:30:00Z'))
  expect(week.date(0)).toBe('2026-10-26')
  expect(weekOf(Date.parse('2026-10-24T12:00:00Z')).at(6, '08:00')).toBe('2026-10-25T07:00:00.000Z')
})
