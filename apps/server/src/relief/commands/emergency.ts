// Work that cannot wait: whoever is there first and can is asked, or sent.
import type { Id } from '@regie/contract/kernel'
import type { ReliefRequest } from '@regie/contract/relief'
import { fail } from '../../platform/errors.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { describeSearch } from '../queries.ts'
import { openSearchOn } from '../store/requests.ts'
import { isEmergency, openSeats } from '../store/seats.ts'
import { readSettings } from '../store/settings.ts'
import { seek } from './replace.ts'
import { about, openSearch } from './searching.ts'

const write = { permission: 'relief.write' } as const
const HOUR_MS = 3_600_000

async function seekNearest(tx: Tx, workOrderId: Id): Promise<Id[]> {
  const settings = await readSettings(tx)
  const { emergencyHours, emergencyMode } = settings
  const startsAt = new Date(Date.parse(tx.now()) + emergencyHours * HOUR_MS).toISOString()
  const ids: Id[] = []
  for (const seat of await openSeats(tx, workOrderId)) {
    if (await openSearchOn(tx, seat.positionId)) continue
    const minutes = seat.durationMinutes ?? 60
    const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString()
    const search = await openSearch(
      tx,
      { ...seat, workOrderId, startsAt, endsAt, kind: 'emergency', state: 'asking' },
      settings,
    )
    tx.emit(happened.relief_alarm({ ...about(search), why: 'emergency' }))
    await seek(tx, search, emergencyMode, settings)
    ids.push(search.id)
  }
  return ids
}

export const startEmergency = command(
  'relief.start-emergency',
  write,
  async (tx, { workOrderId }: { workOrderId: Id }): Promise<ReliefRequest[]> => {
    const ids = await seekNearest(tx, workOrderId)
    if (ids.length === 0) throw fail('conflict', { reason: 'no seat of this work is open' })
    const all: ReliefRequest[] = []
    for (const id of ids) all.push(await describeSearch(tx, id))
    return all
  },
)

/** New work of a priority that the settings name. */
export const noteEmergency = command(
  'relief.note-emergency',
  write,
  async (tx, { workOrderId }: { workOrderId: Id }): Promise<number> => {
    const { emergencyPriorityIds } = await readSettings(tx)
    if (!(await isEmergency(tx, workOrderId, emergencyPriorityIds))) return 0
    return (await seekNearest(tx, workOrderId)).length
  },
)
