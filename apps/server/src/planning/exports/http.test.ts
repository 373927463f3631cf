// The files over HTTP: their type, their name, and who may have them.
import { expect, test } from 'vitest'
import { signIn } from '../../testing/people.ts'
import { useProgram } from '../../testing/program.ts'

const program = useProgram()
const range = 'from=2026-11-23T00:00:00%2B01:00&until=2026-11-30T00:00:00%2B01:00'

test('whoever reads the plan saves it as a file; a technician and a stranger do not', async () => {
  const planner = await signIn(program, 'planner')
  const csv = await planner.get(`/api/planning/exports/board.csv?${range}`)
  expect(csv.status).toBe(200)
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(csv.headers.get('content-disposition')).toBe(
    `attachment; filename="Planning 2026-11-23 - 2026-11-29.csv"; filename*=UTF-8''Planning%202026-11-23%20-%202026-11-29.csv`,
  )
  expect(csv.headers.get('x-content-type-options')).toBe('nosniff')
  expect(csv.body).toContain('Date;Début;Date de fin')
  for (const [ending, type] of [
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['ics', 'text/calendar; charset=utf-8'],
  ]) {
    const file = await planner.get(`/api/planning/exports/board.${ending}?${range}`)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, type])
  }
  const technician = await signIn(program, 'technician')
  expect(await technician.get(`/api/planning/exports/board.csv?${range}`)).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  })
  const response = await fetch(`${program.address}/api/planning/exports/board.ics?${range}`)
  expect(response.status).toBe(401)
})

test('a range that is no range is told, whatever the file', async () => {
  const planner = await signIn(program, 'planner')
  const answer = await planner.get(
    '/api/planning/exports/board.xlsx?from=2026-11-23T00:00:00Z&until=2027-11-23T00:00:00Z&rows=moon',
  )
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
  const long = await planner.get(
    '/api/planning/exports/board.xlsx?from=2026-11-23T00:00:00Z&until=2027-11-23T00:00:00Z',
  )
  expect(long.body.faults[0].path).toBe('query.until')
})
