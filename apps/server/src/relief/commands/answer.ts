// Yes or no to an ask. The first who may has it, however many say yes at once.
import type { Id } from '@regie/contract/kernel'
import type { OwnAsk } from '@regie/contract/own-relief'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { describeOwnAsk } from '../queries.ts'
import {
  type Ask,
  asksOf,
  findAsks,
  findSearch,
  lockSearch,
  type Search,
  saveAsk,
  saveSearch,
} from '../store/requests.ts'
import { readSettings } from '../store/settings.ts'
import { about, askWave, carryOut, current } from './searching.ts'

type Answer = { askId: Id; answer: 'yes' | 'no' }

/** The same answer again changes nothing. A yes that comes too late is told who was quicker, without a name. */
export const answerAsk = command(
  'relief.answer-ask',
  { permission: 'relief.own' },
  async (tx, { askId, answer }: Answer): Promise<OwnAsk> => {
    const known = await ownAsk(tx, askId)
    await lockSearch(tx, known.requestId)
    const ask = await ownAsk(tx, askId)
    const search = found(await findSearch(tx, ask.requestId), 'request')
    if (ask.state === answer) return await describeOwnAsk(tx, ask)
    if (search.state !== 'asking') {
      // A no to what is gone is no news; a yes must not be believed.
      if (answer === 'no') return await describeOwnAsk(tx, ask)
      throw fail('offer_gone', { title: search.title })
    }
    if (answer === 'no') await sayNo(tx, search, ask)
    else await sayYes(tx, search, ask)
    return await describeOwnAsk(tx, await ownAsk(tx, askId))
  },
)

async function ownAsk(tx: Tx, askId: Id): Promise<Ask> {
  const ask = found((await findAsks(tx, [askId]))[0], 'request')
  if (ask.technicianId !== tx.actor.technicianId) throw fail('not_found', { what: 'request' })
  return ask
}

const tellAnswer = (tx: Tx, search: Search, ask: Ask, answer: 'yes' | 'no') =>
  tx.emit(
    happened.relief_answered({
      ...about(search),
      technicianId: ask.technicianId,
      technicianName: ask.technicianName,
      answer,
    }),
  )

async function sayYes(tx: Tx, search: Search, ask: Ask): Promise<void> {
  await saveAsk(tx, ask.id, 'yes')
  tellAnswer(tx, search, ask, 'yes')
  const { approval } = await readSettings(tx)
  if (approval.includes(search.kind)) {
    const { technicianId: takerId, startsAt, endsAt } = ask
    await saveSearch(tx, search, {
      state: 'to_approve',
      takerId,
      startsAt,
      endsAt,
      nextWaveAt: null,
    })
    tx.emit(happened.relief_changed({ ...about(search), state: 'to_approve' }))
    tx.emit(happened.relief_alarm({ ...about(search), why: 'approve' }))
    return
  }
  const { technicianId, startsAt, endsAt } = ask
  await carryOut(tx, search, { ...search, technicianId, startsAt, endsAt, accepted: true })
}

/** With the last no of a wave the next ones are asked at once. */
async function sayNo(tx: Tx, search: Search, ask: Ask): Promise<void> {
  await saveAsk(tx, ask.id, 'no')
  tellAnswer(tx, search, ask, 'no')
  const waiting = (await asksOf(tx, [search.id])).filter(({ state }) => state === 'asked')
  if (waiting.length > 0) return
  if (!search.exhausted) await askWave(tx, search, await readSettings(tx))
  else
    tx.emit(happened.relief_alarm({ ...about(await current(tx, search.id)), why: 'nobody_left' }))
}
