// How the last day of work went: Yes or No, asked once that day is over.
import { fail } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import { command } from '../platform/work.ts'
import { tellShiftOrder } from './queue.ts'
import { findShiftAnswer, keepShiftAnswer, lastShiftDay } from './store/shift-answers.ts'

/** How the last day of work went, once a day; the same answer again replaces the first. */
export const answerShift = command(
  'notifications.answer-shift',
  { permission: 'notifications.own' },
  async (
    tx,
    { wentWell, comment }: { wentWell: boolean; comment: string },
  ): Promise<{ wentWell: boolean }> => {
    const { technicianId } = tx.actor
    if (!technicianId) throw fail('forbidden', { permission: 'notifications.own' })
    const date = found(await lastShiftDay(tx, technicianId), 'shift')
    const before = await findShiftAnswer(tx, technicianId, date)
    await keepShiftAnswer(tx, { technicianId, date, wentWell, comment })
    // The same no again is no news; a word added to it is.
    const isNews = before?.wentWell !== false || before.comment !== comment
    if (!wentWell && isNews) await tx.enqueue(tellShiftOrder, { technicianId, date })
    return { wentWell }
  },
)
