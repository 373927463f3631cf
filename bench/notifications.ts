// Messages to clients under load: `npm run bench:notifications`. Workers are processes of their own, letters go to a real
// SMTP server and texts to an HTTP provider here. Three questions:
// 1. 10,000 reminders due in one minute: all handed over, once, in what time? (aim: 5 minutes)
// 2. 500 events within a minute: how long from the event to SMTP? (aim: p95 under 2 s)
// 3. The worker killed at random 20 times with 2,000 messages due: is one lost, or twice? SMTP knows no idempotency key, so
//    what was in hand at a kill may come twice by e-mail; by the HTTP provider of SMS, which has one, never.
import { randomInt } from 'node:crypto'
import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { findAssignment, settleAssignment } from '../apps/server/src/planning/index.ts'
import { startBench } from './company.ts'
import { catchers, fillVisits, startWorker } from './notifications-load.ts'
import { keepResults, quantile } from './results.ts'

const count = (name: string, fallback: number): number => Number(process.env[name] ?? fallback)
const REMINDERS = count('REMINDERS', 10_000)
const EVENTS = count('EVENTS', 500)
const KILLED = count('KILLED', 2_000)
const KILLS = count('KILLS', 20)

const bench = await startBench({ frozen: false, roles: 'web' })
const { mail, sms, env, stop } = await catchers(bench)
const seconds = (from: number, until: number) => Number(((until - from) / 1000).toFixed(1))

async function until(isDone: () => boolean, limitSeconds: number): Promise<boolean> {
  const limit = Date.now() + limitSeconds * 1000
  while (!isDone() && Date.now() < limit) await wait(100)
  return isDone()
}

/** How many came, how many of them more than once. */
const tally = (came: ReadonlyMap<string, number[]>) => ({
  handedOver: came.size,
  repeated: [...came.values()].filter((times) => times.length > 1).length,
})

async function reminders() {
  await fillVisits(bench, { count: REMINDERS, tag: 'due', by: 'email' })
  const worker = startWorker(env)
  const from = Date.now()
  await until(() => mail.came('due').size === REMINDERS, 600)
  const came = mail.came('due')
  const [first, last] = [Math.min, Math.max].map((of) => of(...[...came.values()].flat()))
  // A second one would come within the next minute, or never.
  await wait(5_000)
  await worker.stop()
  return {
    due: REMINDERS,
    ...tally(mail.came('due')),
    secondsFromStartOfWorker: seconds(from, last ?? Number.NaN),
    secondsFromFirstToLast: seconds(first ?? 0, last ?? 0),
    aim: { seconds: 300 },
  }
}

async function events() {
  const { actor, assignmentIds } = await fillVisits(bench, {
    ...{ count: EVENTS, tag: 'way', by: 'email', isTold: true },
  })
  const { work } = bench.program.services
  const worker = startWorker(env)
  await worker.ready
  const told = new Map<string, number>()
  for (const [rank, id] of assignmentIds.entries()) {
    const due = rank === 0 ? Date.now() : (told.get('way-0') ?? 0) + (rank * 60_000) / EVENTS
    await wait(Math.max(0, due - Date.now()))
    const run = async (tx: Parameters<typeof findAssignment>[0]) => {
      const placed = await findAssignment(tx, id)
      if (placed) await settleAssignment(tx, placed, 'en_route')
    }
    await work.act(actor, { name: 'bench', permission: 'planning.write', run }, undefined)
    told.set(`way-${rank}`, Date.now())
  }
  await until(() => mail.came('way').size === EVENTS, 120)
  await worker.stop()
  const took = [...mail.came('way')].map(([who, [at = 0]]) => at - (told.get(who) ?? 0))
  return {
    events: EVENTS,
    withinSeconds: 60,
    ...tally(mail.came('way')),
    millisecondsToSmtp: {
      p50: quantile(took, 0.5),
      p95: quantile(took, 0.95),
      largest: Math.max(...took),
    },
    aim: { p95Milliseconds: 2000 },
  }
}

async function kills() {
  const half = KILLED / 2
  await fillVisits(bench, { count: half, tag: 'mail', by: 'email' })
  await fillVisits(bench, { count: half, tag: 'text', by: 'sms' })
  const came = () => mail.came('mail').size + sms.came('text').size
  let killed = 0
  while (killed < KILLS && came() < KILLED) {
    const worker = startWorker(env)
    await worker.ready
    const before = came()
    // It is killed in the midst of handing over: some have gone since it began, and others are in hand.
    const some = 1 + randomInt(Math.max(2, Math.floor((KILLED / KILLS) * 0.8)))
    await until(() => came() >= Math.min(before + some, KILLED), 200)
    await worker.kill()
    killed += 1
  }
  const worker = startWorker(env)
  await until(() => came() === KILLED, 400)
  await wait(5_000)
  await worker.stop()
  const [byMail, bySms] = [tally(mail.came('mail')), tally(sms.came('text'))]
  return {
    due: KILLED,
    kills: killed,
    lost: KILLED - byMail.handedOver - bySms.handedOver,
    smsHandedOver: bySms.handedOver,
    smsTwiceByIdempotencyKey: sms.keysUsedForTwo(),
    smsRequestsRepeatedWithTheSameKey: bySms.repeated,
    mailHandedOver: byMail.handedOver,
    mailRepeatedWithTheSameMessageId: byMail.repeated,
  }
}

try {
  const figures: Record<string, unknown> = {}
  // Each question's figures are kept as soon as they are known, with how busy the machine was then.
  for (const [name, measure] of Object.entries({ events, reminders, kills })) {
    const result = await measure()
    figures[name] = { ...result, loadAverage: Number((loadavg()[0] ?? 0).toFixed(1)) }
    keepResults('notifications', figures)
  }
} finally {
  await stop()
  await bench.stop()
}
