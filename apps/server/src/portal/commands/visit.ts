// What a client does on the page of their visit. Each may come five times: it is done once.
import type { Instant } from '@regie/contract/kernel'
import {
  confirmHour,
  heldSlot,
  holdSlot,
  keepHold,
  movableVisit,
  releaseHold,
  takeHeldSlot,
} from '../../planning/index.ts'
import { fail, invalid } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { standingOf } from '../model.ts'
import { arrivesBy } from '../recipients.ts'
import { changeCall, findRating, findWaiting, settleAnswer } from '../store/answers.ts'
import type { FoundLink } from '../store/links.ts'
import { confirmPromise, insertPromises, openPromises, settlePromise } from '../store/promises.ts'
import { readSettings } from '../store/settings.ts'
import { type Visit, visitOf } from '../store/visits.ts'
import { lockTelling } from '../tell-clients.ts'
import { isReminderTime } from '../tell-notices.ts'
import { namesOf, say } from './say.ts'

const may = { permission: 'portal.write' } as const
type At = { readonly link: FoundLink; readonly startsAt: Instant }

const readVisit = async (tx: Tx, link: FoundLink): Promise<Visit> =>
  found(await visitOf(tx, link.workOrderId), 'visit')

const exact = (at: Instant): Instant => new Date(at).toISOString()

/** Yes to the hour that was on the screen; to another one nobody has said yes. */
export const confirmVisit = command(
  'portal.confirm-visit',
  may,
  async (tx, { link, startsAt }: At) => {
    await lockTelling(tx)
    const visit = await readVisit(tx, link)
    const standing = standingOf(visit.status, visit.states)
    if (visit.startsAt !== exact(startsAt)) throw fail('visit_changed')
    if (standing !== 'planned') return
    if (!(await confirmHour(tx, visit.workOrderId, visit.startsAt))) return
    const open = (await openPromises(tx, [visit.workOrderId])).get(visit.workOrderId)
    if (open?.from === visit.startsAt) await confirmPromise(tx, open.id)
    else await promise(tx, link, visit.startsAt, open?.id)
    const answer = { kind: 'confirmed', startsAt: visit.startsAt, waits: false } as const
    await say(tx, link, { visit, answer, isNews: false })
    tx.emit(happened.visit_confirmed(namesOf(visit)))
  },
)

/** The window of an hour that the client chose or saw on the page, in the place of the one before. */
export async function promise(
  tx: Tx,
  link: Pick<FoundLink, 'workOrderId' | 'name'>,
  startsAt: Instant,
  before: string | undefined,
): Promise<void> {
  if (before) await settlePromise(tx, before, { state: 'released' })
  const settings = await readSettings(tx)
  await insertPromises(tx, [
    {
      ...{ workOrderId: link.workOrderId, name: link.name, from: startsAt, by: 'page' },
      ...{ until: arrivesBy(startsAt, settings), channels: [], isConfirmed: true },
      isReminder: isReminderTime(tx, startsAt, 2880),
    },
  ])
}

/** From when to when times may be chosen. */
export async function choosable(tx: Tx): Promise<{ from: Instant; until: Instant }> {
  const { leadHours, horizonDays } = await readSettings(tx)
  const now = Date.parse(tx.now())
  const from = new Date(now + leadHours * 3_600_000).toISOString()
  return { from, until: new Date(now + horizonDays * 86_400_000).toISOString() }
}

async function expectChoosable(tx: Tx, startsAt: Instant): Promise<void> {
  const { from, until } = await choosable(tx)
  const at = Date.parse(startsAt)
  if (at < Date.parse(from) || at > Date.parse(until))
    throw invalid([{ path: 'startsAt', expected: `${from} … ${until}`, got: startsAt }])
}

export const holdTime = command('portal.hold-time', may, async (tx, { link, startsAt }: At) => {
  const { moving, holdMinutes } = await readSettings(tx)
  const { workOrderId } = link
  if (moving === 'off' || !(await movableVisit(tx, workOrderId))) throw fail('slot_gone')
  await expectChoosable(tx, startsAt)
  const held = await heldSlot(tx, workOrderId)
  if (held?.startsAt === exact(startsAt)) return
  await holdSlot.run(tx, { workOrderId, startsAt: exact(startsAt), minutes: holdMinutes })
  await withdrawAsked(tx, link)
})

export const releaseTime = command(
  'portal.release-time',
  may,
  async (tx, { link }: { link: FoundLink }) => {
    await releaseHold(tx, link.workOrderId)
    await withdrawAsked(tx, link)
  },
)

async function withdrawAsked(tx: Tx, { workOrderId }: FoundLink): Promise<void> {
  const asked = await findWaiting(tx, workOrderId, 'time_asked')
  if (asked) await settleAnswer(tx, asked.id, 'withdrawn')
}

const OFFICE_HOURS = 48

export const takeTime = command('portal.take-time', may, async (tx, { link, startsAt }: At) => {
  await lockTelling(tx)
  const visit = await readVisit(tx, link)
  const { moving } = await readSettings(tx)
  // Said once more: it stands there already.
  if (visit.startsAt === exact(startsAt)) return
  const hold = await heldSlot(tx, link.workOrderId)
  if (moving === 'off' || hold?.startsAt !== exact(startsAt)) throw fail('slot_gone')
  if (moving === 'approval') await askOffice(tx, link, visit, hold.startsAt)
  else await moveAtOnce(tx, link, visit, hold.startsAt)
})

async function askOffice(tx: Tx, link: FoundLink, visit: Visit, startsAt: Instant): Promise<void> {
  const asked = await findWaiting(tx, link.workOrderId, 'time_asked')
  if (asked?.startsAt === startsAt) return
  await withdrawAsked(tx, link)
  const until = Math.min(
    Date.parse(tx.now()) + OFFICE_HOURS * 3_600_000,
    Date.parse(startsAt) - 3_600_000,
  )
  await keepHold(tx, link.workOrderId, new Date(until).toISOString())
  const answer = { kind: 'time_asked', startsAt, waits: true } as const
  await say(tx, link, { visit, answer, isNews: true })
  tx.emit(happened.visit_time_asked(namesOf(visit)))
}

async function moveAtOnce(tx: Tx, link: FoundLink, visit: Visit, startsAt: Instant): Promise<void> {
  await takeForClient(tx, link, startsAt)
  const answer = { kind: 'moved', startsAt, waits: false } as const
  await say(tx, link, { visit, answer, isNews: true })
  tx.emit(happened.visit_time_asked(namesOf(visit)))
}

/** The plan moves, the client has said yes to the new hour, and the old promise is theirs to let go. */
export async function takeForClient(
  tx: Tx,
  link: Pick<FoundLink, 'workOrderId' | 'name'>,
  startsAt: Instant,
): Promise<void> {
  const { workOrderId } = link
  await takeHeldSlot.run(tx, { workOrderId })
  await confirmHour(tx, workOrderId, startsAt)
  const open = (await openPromises(tx, [workOrderId])).get(workOrderId)
  await promise(tx, link, startsAt, open?.id)
}

type Call = { readonly link: FoundLink; readonly phone: string; readonly comment: string }

/** Asked again before anybody called, it is the same wish with what was said last. */
export const askForCall = command(
  'portal.ask-for-call',
  may,
  async (tx, { link, phone, comment }: Call) => {
    const visit = await readVisit(tx, link)
    const known = await findWaiting(tx, link.workOrderId, 'call_wanted')
    const number = phone || known?.phone || link.mobile
    if (known) {
      await changeCall(tx, known.id, number, comment || known.comment)
      return
    }
    const answer = { kind: 'call_wanted', phone: number, comment, waits: true } as const
    await say(tx, link, { visit, answer: { ...answer, startsAt: visit.startsAt }, isNews: true })
    tx.emit(happened.visit_call_wanted(namesOf(visit)))
  },
)

type Opinion = {
  readonly link: FoundLink
  readonly stars: number
  readonly solved: boolean
  readonly comment: string
  readonly quotable: boolean
}

export const rateVisit = command(
  'portal.rate-visit',
  may,
  async (tx, { link, ...given }: Opinion) => {
    const visit = await readVisit(tx, link)
    if (standingOf(visit.status, visit.states) !== 'done')
      throw fail('wrong_state', { state: visit.status })
    const before = await findRating(tx, link.workOrderId)
    const isSame =
      before?.stars === given.stars &&
      before.solved === given.solved &&
      before.comment === given.comment &&
      before.quotable === given.quotable
    if (isSame) return
    const { badStars } = await readSettings(tx)
    const waits = given.stars <= badStars || !given.solved
    const answer = { kind: 'rated', ...given, waits, startsAt: visit.startsAt } as const
    await say(tx, link, { visit, answer, isNews: waits })
    tx.emit(happened.visit_rated({ ...namesOf(visit), stars: given.stars }))
  },
)
