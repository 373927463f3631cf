// What the clock does: the weekly question, reminders, and the end of what is over.
import type { Language } from '@regie/contract/roles'
import { command, type Tx } from '../../platform/work.ts'
import { weeklyQuestion, weeklyTitle } from '../model.ts'
import { freelances } from '../store/people.ts'
import { duePolls, findPoll, noteReminded } from '../store/polls.ts'
import { readSettings } from '../store/settings.ts'
import { openPoll, remind, tellEnd } from './ask.ts'

/** Harmless however often it runs: each step is done once. */
export const advance = command(
  'polls.advance',
  { permission: 'polls.write' },
  async (tx, { language }: { language: Language }): Promise<void> => {
    for (const { id, what } of await duePolls(tx)) {
      const poll = await findPoll(tx, id)
      if (!poll) continue
      if (what === 'over') await tellEnd(tx, poll)
      else if ((await noteReminded(tx, id)) > 0) await remind(tx, poll, undefined)
    }
    await askFreelances(tx, language)
  },
)

async function askFreelances(tx: Tx, language: Language): Promise<void> {
  const { savedAt, ...settings } = await readSettings(tx)
  if (savedAt === null) return
  const { timeZone } = tx.actor
  const question = weeklyQuestion(settings, { now: tx.now(), timeZone, since: savedAt })
  if (!question) return
  const people = await freelances(tx)
  if (people.length === 0) return
  const { weekOf, options, closesAt } = question
  const title = weeklyTitle(language, question)
  const { remindHours } = settings
  await openPoll(
    tx,
    {
      ...{ id: tx.newId(), title, message: '', projectId: null },
      ...{ weekOf, options, closesAt, remindHours },
    },
    people,
  )
}
