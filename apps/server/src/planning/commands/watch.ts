// Runs nobody asks for by hand: each night's, and those for work that has just become plannable.
import { runDraft } from '@regie/contract/planning-runs'
import { command } from '../../platform/work.ts'
import { addDays, dateAt, hourAt } from '../local-days.ts'
import { NIGHT_HOUR } from '../model.ts'
import { takeNewcomers } from '../store/newcomers.ts'
import { claimNight } from '../store/runs.ts'
import { readSettings } from '../store/settings.ts'
import { queueRun } from './runs.ts'

const write = { permission: 'planning.write' } as const

const NIGHT_SECONDS = 60
const NEWCOMER_SECONDS = 10
/** Days ahead in which a place is sought for new work. */
const NEWCOMER_DAYS = 7

/**
 * Plans the days that begin, once per local date: the first look at or after 02:00 claims the date. Where 02:00
 * does not come that is 03:00; where it comes twice the second finds the date claimed.
 */
export const planNight = command('planning.plan-night', write, async (tx): Promise<boolean> => {
  const { nightly, nightlyDays, nightlyPolicy } = await readSettings(tx)
  const now = Date.parse(tx.now())
  const { timeZone } = tx.actor
  if (!nightly || hourAt(now, timeZone) < NIGHT_HOUR) return false
  const today = dateAt(now, timeZone)
  const runId = tx.newId()
  if (!(await claimNight(tx, today, runId))) return false
  const until = addDays(today, nightlyDays - 1)
  await queueRun(
    tx,
    {
      draft: runDraft.parse({
        from: today,
        until,
        seconds: NIGHT_SECONDS,
        policy: nightlyPolicy,
      }),
      trigger: 'nightly',
    },
    runId,
  )
  return true
})

/** One proposal for all the work that became plannable since the last look. */
export const planNewcomers = command(
  'planning.plan-newcomers',
  write,
  async (tx): Promise<number> => {
    const workOrderIds = await takeNewcomers(tx)
    if (workOrderIds.length === 0) return 0
    const today = dateAt(Date.parse(tx.now()), tx.actor.timeZone)
    const draft = runDraft.parse({
      from: today,
      until: addDays(today, NEWCOMER_DAYS - 1),
      workOrderIds,
      seconds: NEWCOMER_SECONDS,
      policy: (await readSettings(tx)).newWorkPolicy,
    })
    await queueRun(tx, { draft, trigger: 'new_work_order' })
    return workOrderIds.length
  },
)
