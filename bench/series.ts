// 20,000 series of five years, made for the coming eight weeks in the middle of the season; a second night; and the edit of
// one series of 260 visits with 12 exceptions: `npm run bench:series`. Aims: under 60 s, nothing the second time, under 300 ms.
import { loadavg } from 'node:os'
import type { Id } from '@regie/contract/kernel'
import type { Rhythm } from '@regie/contract/recurrence'
import { type SeriesDraft, seriesDraft } from '@regie/contract/series'
import pg from 'pg'
import type { Actor } from '../apps/server/src/platform/actor.ts'
import { command } from '../apps/server/src/platform/work.ts'
import { makeVisits } from '../apps/server/src/work-orders/commands/make-visits.ts'
import { changeSeries } from '../apps/server/src/work-orders/commands/series.ts'
import { makeBatchOfVisits } from '../apps/server/src/work-orders/commands/series-settings.ts'
import { moveVisit, skipVisit } from '../apps/server/src/work-orders/commands/visits.ts'
import { lockSeries } from '../apps/server/src/work-orders/store/series.ts'
import { type Bench, facilities, fillCompany, startBench } from './company.ts'
import { keepResults, median } from './results.ts'

const SERIES = 20_000
const ROUNDS = 15
/** Monday 4 May 2026: every summer series is at work. */
const NOW = Date.parse('2026-05-04T00:30:00Z')
const STARTS = '2026-04-01'
const UNTIL = '2031-04-21'

const weekly = (every: number, weekday: number): Rhythm => ({
  kind: 'weekly',
  every,
  weekdays: [weekday],
})

/** Of ten series: four pools weekly in summer, two every three weeks, two monthly, one four times a year, one weekly. */
function ruleOf(n: number): SeriesDraft['rule']['seasons'] {
  const weekday = 1 + (n % 5)
  const turn = Math.floor(n / 5) % 10
  if (turn < 4)
    return [
      { name: 'Ouverture', from: '04-15', until: '04-30', rhythm: { kind: 'spread', visits: 1 } },
      { name: 'Été', from: '05-01', until: '09-30', rhythm: weekly(1, weekday) },
      { name: 'Hivernage', from: '10-15', until: '10-31', rhythm: { kind: 'spread', visits: 1 } },
    ]
  const rhythm: Rhythm =
    turn < 6
      ? weekly(3, weekday)
      : turn < 8
        ? { kind: 'monthly_weekday', every: 1, nth: 1, weekday }
        : turn < 9
          ? { kind: 'spread', visits: 4 }
          : weekly(1, weekday)
  return [{ name: '', from: '01-01', until: '12-31', rhythm }]
}

type Known = { readonly client: pg.Client; readonly organizationId: Id; readonly siteIds: Id[] }

async function open(
  bench: Bench,
  { organizationId }: Actor,
): Promise<Known & { draft: SeriesDraft }> {
  const client = new pg.Client({ connectionString: bench.url })
  await client.connect()
  const one = async (text: string): Promise<Id[]> =>
    (await client.query<{ id: Id }>(text, [organizationId])).rows.map(({ id }) => id)
  const siteIds = await one('select id from clients.sites where organization_id = $1 order by id')
  const [skillId] = await one('select id from workforce.skills where organization_id = $1')
  const [priorityId] = await one('select id from catalog.priorities where organization_id = $1')
  const draft = seriesDraft.parse({
    siteId: siteIds[0],
    work: {
      title: 'Entretien de la piscine',
      description: 'Analyser, doser, brosser, laver le filtre.',
      durationMinutes: 45,
      priorityId,
      skills: [{ skillId, level: 1 }],
      requiredProducts: [{ label: 'Chlore', quantity: 2, unit: 'kg' }],
    },
    rule: { startsOn: STARTS, until: UNTIL, seasons: ruleOf(0), toleranceDays: 1 },
  })
  return { client, organizationId, siteIds, draft }
}

/** One contract a site, and the series straight into the table: what is measured is the night, not the typing. */
async function fill({
  client,
  organizationId,
  draft,
}: Known & { draft: SeriesDraft }): Promise<void> {
  await client.query(
    `insert into work_orders.contracts (organization_id, id, reference, name, client_id, site_ids, starts_on, notice_days, notes, created_at)
     select $1, gen_random_uuid(), 'C-' || site.id, 'Entretien', site.client_id, array[site.id], $2, 60, '', now()
     from clients.sites as site where site.organization_id = $1`,
    [organizationId, STARTS],
  )
  const rules = Array.from({ length: 50 }, (_, n) => ({ ...draft.rule, seasons: ruleOf(n) }))
  await client.query(
    `insert into work_orders.series (organization_id, id, contract_id, site_id, work, season_work, rule, first_on, created_at)
     select $1, gen_random_uuid(), contract.id, contract.site_ids[1], $2::jsonb, '[]', $3::jsonb->(n % 50), $4, now()
     from generate_series(0, $5::int - 1) as n
     join (select *, row_number() over (order by id) as rank, count(*) over () as all_of_them
       from work_orders.contracts where organization_id = $1) as contract on contract.rank - 1 = n % contract.all_of_them`,
    [organizationId, JSON.stringify(draft.work), JSON.stringify(rules), STARTS, SERIES],
  )
  await client.query('analyze')
}

const count = async ({ client, organizationId }: Known, table: string): Promise<number> =>
  Number(
    (
      await client.query(
        `select count(*) as n from work_orders.${table} where organization_id = $1`,
        [organizationId],
      )
    ).rows[0]?.n,
  )

async function night(
  { program }: Bench,
  actor: Actor,
): Promise<{ visits: number; seconds: number }> {
  const begun = performance.now()
  let visits = 0
  for (;;) {
    const made = await program.services.work.act(actor, makeBatchOfVisits, undefined)
    if (made.series === 0) break
    visits += made.visits
  }
  return { visits, seconds: (performance.now() - begun) / 1000 }
}

/** A weekly series whose five years are made whole, with 12 exceptions, moved from Monday to Tuesday and back. */
async function editTimes({ program }: Bench, actor: Actor, known: Known & { draft: SeriesDraft }) {
  const { work } = program.services
  const row = await known.client
    .query<{ id: Id }>(
      `select id from work_orders.series where organization_id = $1 and rule->'seasons'->0->'rhythm'->>'every' = '1'
       and jsonb_array_length(rule->'seasons') = 1 and rule->'seasons'->0->'rhythm'->>'kind' = 'weekly'
       and rule->'seasons'->0->'rhythm'->'weekdays' = '[1]' order by id limit 1`,
      [known.organizationId],
    )
    .then(({ rows }) => rows[0])
  const seriesId = row?.id ?? ''
  await known.client.query(
    'delete from work_orders.occurrences where organization_id = $1 and series_id = $2',
    [known.organizationId, seriesId],
  )
  const wholly = command('bench.make-wholly', { permission: 'work-orders.write' }, async (tx) => {
    const series = await lockSeries(tx, seriesId)
    return series
      ? await makeVisits(tx, [{ ...series, rule: { ...series.rule, holidays: 'keep' } }], {
          from: '2026-05-04',
          until: UNTIL,
        })
      : 0
  })
  const visits = await work.act(actor, wholly, undefined)
  const days = await known.client.query<{ day: string; site: Id }>(
    `select occurs_on::text as day, series.site_id as site from work_orders.occurrences as occurrence
     join work_orders.series as series using (organization_id)
     where organization_id = $1 and series_id = $2 and series.id = $2 order by occurs_on`,
    [known.organizationId, seriesId],
  )
  for (const [index, { day }] of days.rows.entries())
    if (index % 20 === 7 && index < 240) {
      const on = new Date(Date.parse(day) + 2 * 86_400_000).toISOString().slice(0, 10)
      if (index % 40 === 7)
        await work.act(actor, skipVisit, { seriesId, occursOn: day, reason: '' })
      else await work.act(actor, moveVisit, { seriesId, occursOn: day, on, time: null })
    }
  const milliseconds: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const rhythm = weekly(1, round % 2 === 0 ? 2 : 1)
    const draft = {
      ...known.draft,
      siteId: days.rows[0]?.site ?? '',
      rule: {
        ...known.draft.rule,
        holidays: 'keep' as const,
        seasons: [{ name: '', from: '01-01', until: '12-31', rhythm }],
      },
    }
    const begun = performance.now()
    const { change } = await work.act(actor, changeSeries, {
      seriesId,
      version: round + 1,
      scope: 'all',
      from: null,
      draft,
    })
    milliseconds.push(performance.now() - begun)
    if (round === 0) console.error(change)
    if (change.kept !== 12) throw new Error(`${change.kept} exceptions were kept of 12`)
  }
  return { visits, milliseconds }
}

const bench = await startBench({ now: NOW })
try {
  const { owner } = await fillCompany(bench, { sites: facilities(), technicians: 5, minutes: 45 })
  const known = await open(bench, owner)
  await fill(known)
  const before = await count(known, 'work_orders')
  const first = await night(bench, owner)
  const made = (await count(known, 'work_orders')) - before
  const second = await night(bench, owner)
  // As if what was made had been forgotten: the key of each visit has the last word.
  await known.client.query(
    'update work_orders.series set made_until = null where organization_id = $1',
    [known.organizationId],
  )
  const forgetful = await night(bench, owner)
  const again = (await count(known, 'work_orders')) - before
  const edit = await editTimes(bench, owner, known)
  await known.client.end()
  const round = (value: number) => Number(value.toFixed(1))
  keepResults('series', {
    series: SERIES,
    horizonWeeks: 8,
    visitsMade: made,
    firstNightSeconds: round(first.seconds),
    visitsPerSecond: Math.round(first.visits / first.seconds),
    secondNight: { visits: second.visits, seconds: round(second.seconds) },
    nightAfterForgetting: {
      visits: forgetful.visits,
      seconds: round(forgetful.seconds),
      workOrdersMore: again - made,
    },
    edit: {
      visits: edit.visits,
      exceptions: 12,
      medianMilliseconds: round(median(edit.milliseconds)),
      slowestMilliseconds: round(Math.max(...edit.milliseconds)),
    },
    loadAverage: round(loadavg()[0] ?? 0),
    aim: { firstNightSeconds: 60, secondNightVisits: 0, editMilliseconds: 300 },
  })
} finally {
  await bench.stop()
}
