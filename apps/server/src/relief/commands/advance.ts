// What the clock does: the next wave, the alarm, the escalation, the end.
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { isDue, isOpen } from '../model.ts'
import { isStillWanted } from '../queries.ts'
import { findSearch, listSearches, lockSearch, type Search, saveSearch } from '../store/requests.ts'
import { readSettings } from '../store/settings.ts'
import { about, askWave, current, endSearch } from './searching.ts'

/** Looks at every open search of one organisation; says how many changed. Running it twice does nothing twice. */
export const advance = command(
  'relief.advance',
  { permission: 'relief.write' },
  async (tx): Promise<number> => {
    let changed = 0
    for (const { id } of await listSearches(tx, true)) {
      await lockSearch(tx, id)
      const search = await findSearch(tx, id)
      // Whoever answered while the lock was waited for has settled it.
      if (search && isOpen(search.state) && (await advanceOne(tx, search))) changed += 1
    }
    return changed
  },
)

async function advanceOne(tx: Tx, search: Search): Promise<boolean> {
  const now = tx.now()
  const { state, kind } = search
  if (!(await isStillWanted(tx, search))) {
    await endSearch(tx, search, 'cancelled')
    return true
  }
  if (isDue(search.closesAt, now) && state !== 'to_approve') {
    await endSearch(tx, search, 'expired')
    tx.emit(happened.relief_alarm({ ...about(search), why: 'deadline' }))
    return true
  }
  let changed = false
  // An emergency is told by its own clock.
  if (!search.alarmed && isDue(search.alarmAt, now) && kind !== 'emergency') {
    await saveSearch(tx, search, { alarmed: true })
    tx.emit(happened.relief_alarm({ ...about(search), why: 'deadline' }))
    changed = true
  }
  if (state === 'asking' && !search.escalated && isDue(search.escalatesAt, now)) {
    await saveSearch(tx, await current(tx, search.id), { escalated: true })
    tx.emit(happened.relief_alarm({ ...about(search), why: 'unanswered' }))
    changed = true
  }
  if (state === 'asking' && isDue(search.nextWaveAt, now)) {
    await askWave(tx, await current(tx, search.id), await readSettings(tx))
    changed = true
  }
  return changed
}
