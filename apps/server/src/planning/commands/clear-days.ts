// Some days are emptied: a closed week, a strike, a storm. What lies on them goes to the days around them.
import type { Id } from '@regie/contract/kernel'
import type { Campaign, ClearingDraft } from '@regie/contract/planning-campaigns'
import { runDraft } from '@regie/contract/planning-runs'
import { invalid } from '../../platform/errors.ts'
import { command, type Tx } from '../../platform/work.ts'
import { otherDays } from '../engine/other-days.ts'
import { addDays } from '../local-days.ts'
import { after } from '../model.ts'
import { liveBetween, liveOnWorkOrders, type Placed } from '../store/assignments.ts'
import { type WorkThere, workThere } from '../store/clearings.ts'
import { begin, boundsOf } from './campaigns.ts'

const LONGEST_DAYS = 31
const DAY_MS = 86_400_000

export const startClearing = command(
  'planning.start-clearing',
  { permission: 'planning.write' },
  async (tx, draft: ClearingDraft): Promise<Campaign> => {
    expectRoom(tx, draft)
    const { from, until, seconds, technicianIds, before, after: behind, name } = draft
    const { goes, staying } = await whatGoes(tx, draft)
    const workOrderIds = goes.map(({ id }) => id)
    const closed = { from, until, before, after: behind, timeZone: tx.actor.timeZone }
    const hours = Object.fromEntries(
      goes.map(({ id, windows }) => [id, otherDays(windows, closed)]),
    )
    const run = {
      ...{ from: addDays(from, -before), until: addDays(until, behind), seconds },
      ...{ technicianIds, workOrderIds, keep: 'locked', policy: 'Balanced' },
    }
    return await begin(
      tx,
      {
        ...{ kind: 'clearing', name, from, until, workOrderIds, staying },
        ...{ technicianId: null, preferredToId: null, seriesIds: [] },
      },
      runDraft.parse(run),
      hours,
    )
  },
)

/** The days with those around them, as many as a run may plan at once. */
function expectRoom(tx: Tx, { from, until, before, after: behind }: ClearingDraft): void {
  const days = (Date.parse(until) - Date.parse(from)) / DAY_MS + 1 + before + behind
  if (days <= LONGEST_DAYS) return
  const fr = `Ces jours et ceux d’autour : ${LONGEST_DAYS} au plus, ici ${days}.`
  const en = `These days and those around them: at most ${LONGEST_DAYS}, here ${days}.`
  throw invalid([
    { path: 'until', expected: tx.actor.language === 'fr' ? fr : en, got: String(days) },
  ])
}

type Going = { readonly goes: readonly WorkThere[]; readonly staying: number }

/** A crew goes together or not at all: one pinned seat keeps the work where it is. */
async function whatGoes(tx: Tx, draft: ClearingDraft): Promise<Going> {
  const bounds = boundsOf(tx, draft)
  const technicianIds = draft.technicianIds.length > 0 ? draft.technicianIds : null
  const held = (await liveBetween(tx, { ...bounds, technicianIds })).filter(
    ({ startsAt }) => startsAt >= bounds.from && startsAt < bounds.until,
  )
  const ids = [...new Set(held.map(({ workOrderId }) => workOrderId))]
  const there = await workThere(tx, bounds, { ids, open: technicianIds === null })
  const fixed = await fixedIn(tx, there)
  const goes = there.filter(({ id, isShow }) => !isShow && !fixed.has(id))
  const going = new Set(goes.map(({ id }) => id))
  return {
    goes,
    staying: held.filter(({ workOrderId }) => !going.has(workOrderId)).length,
  }
}

const isFixed = ({ locked, state }: Placed): boolean => locked || after(state, 'move') === undefined

async function fixedIn(tx: Tx, work: readonly WorkThere[]): Promise<ReadonlySet<Id>> {
  const live = await liveOnWorkOrders(
    tx,
    work.map(({ id }) => id),
  )
  return new Set(live.filter(isFixed).map(({ workOrderId }) => workOrderId))
}
