// A visit moved in one browser, seen on 200 others: `npm run bench:live`. From the click (the request is sent) to the
// arrival of the event, on a really started program over loopback. Aim: p95 under 300 ms.
import { execFile } from 'node:child_process'
import { loadavg } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { createAssignment } from '../apps/server/src/planning/index.ts'
import { sql } from '../apps/server/src/platform/db/sql.ts'
import { signIn } from '../apps/server/src/testing/people.ts'
import { asTestProgram, facilities, fillCompany, MONDAY, startBench } from './company.ts'
import { keepResults, median } from './results.ts'

const STREAMS = 200
const CHANGES = 40
const ROUNDS = 3

const bench = await startBench({ frozen: false })
try {
  const sites = facilities().slice(0, 40)
  const rounds: Record<string, number>[] = []
  for (let n = 0; n < ROUNDS; n++) {
    const { owner, technicianIds } = await fillCompany(bench, {
      sites,
      technicians: 4,
      minutes: 45,
    })
    const { work } = bench.program.services
    const seat = await work.read(owner, null, (tx) =>
      tx.row(sql<{ id: string }>`
        select id from work_orders.v_positions where organization_id = ${owner.organizationId} order by id limit 1`),
    )
    const { id } = await work.act(owner, createAssignment, {
      positionId: seat.id,
      technicianId: technicianIds[0] as string,
      startsAt: `${MONDAY}T10:00:00+01:00`,
      locked: false,
    })
    const planner = await signIn(asTestProgram(bench), 'planner', {
      organizationId: owner.organizationId,
    })
    const { stdout } = await promisify(execFile)(process.execPath, [
      path.join(import.meta.dirname, 'load-live.ts'),
      bench.program.address,
      planner.cookie(),
      id,
      String(STREAMS),
      String(CHANGES),
    ])
    rounds.push(JSON.parse(stdout))
  }
  const of = (key: string) => Number(median(rounds.map((round) => round[key] ?? 0)).toFixed(1))
  keepResults('live', {
    streams: STREAMS,
    changes: CHANGES,
    rounds: ROUNDS,
    heard: rounds.map(({ heard }) => heard),
    missed: rounds.map(({ missed }) => missed),
    medianMilliseconds: { p50: of('p50'), p95: of('p95'), p99: of('p99') },
    answerMillisecondsP50: of('answerP50'),
    loadAverage: Number((loadavg()[0] ?? 0).toFixed(1)),
    aim: { p95Milliseconds: 300 },
  })
} finally {
  await bench.stop()
}
