// What people do with a technician's own word on a day.
import type { DayWord, DayWordDraft, OwnDays } from '@regie/contract/availability'
import type { Id, Instant } from '@regie/contract/kernel'
import { Temporal } from 'temporal-polyfill'
import { fail, invalid } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { listDayWords } from '../queries.ts'
import { forgetDays, type Telling, writeDayWords } from '../store/day-words.ts'
import { findTechnician } from '../store/technicians.ts'

/** For modules above, which know who may. Words that were overtaken by later ones change nothing. */
export async function keepDayWords(tx: Tx, telling: Telling): Promise<void> {
  const { name } = found(await findTechnician(tx, telling.technicianId), 'technician')
  if ((await writeDayWords(tx, telling)) > 0) tell(tx, telling.technicianId, name, telling)
}

const tell = (
  tx: Tx,
  technicianId: Id,
  name: string,
  { words, pollId }: { words: readonly Pick<DayWordDraft, 'date'>[]; pollId: Id | null },
): void => {
  const dates = [...new Set(words.map(({ date }) => date))].toSorted()
  tx.emit(happened.days_told({ technicianId, name, pollId, dates, days: dates.length }))
}

/** So far ahead days may be told. */
const MAX_DAYS_AHEAD = 550

type Told = OwnDays & { readonly technicianId: Id; readonly at?: Instant }

/** One's own days; the office notes anybody's. */
export const tellDays = command(
  'workforce.tell-days',
  { permission: 'workforce.own' },
  async (tx, { technicianId, words, forget, at = tx.now() }: Told): Promise<DayWord[]> => {
    if (technicianId !== tx.actor.technicianId && !tx.may('workforce.write'))
      throw fail('not_found', { what: 'technician' })
    const { name } = found(await findTechnician(tx, technicianId), 'technician')
    const all = [...words.map(({ date }) => date), ...forget].toSorted()
    expectNear(tx, words)
    const gone = await forgetDays(tx, technicianId, forget, at)
    const written =
      words.length > 0 ? await writeDayWords(tx, { technicianId, pollId: null, at, words }) : 0
    if (gone + written > 0)
      tell(tx, technicianId, name, { words: all.map((date) => ({ date })), pollId: null })
    const [from, until] = [all[0], all.at(-1)]
    return await listDayWords(tx, technicianId, { from, until })
  },
)

function expectNear(tx: Tx, words: readonly DayWordDraft[]): void {
  const today = Temporal.Instant.from(tx.now()).toZonedDateTimeISO(tx.actor.timeZone).toPlainDate()
  const last = today.add({ days: MAX_DAYS_AHEAD }).toString()
  const faults = words.flatMap(({ date }, index) =>
    date > last
      ? [{ path: `body.words.${index}.date`, expected: `a date not after ${last}`, got: date }]
      : [],
  )
  if (faults.length > 0) throw invalid(faults)
}
