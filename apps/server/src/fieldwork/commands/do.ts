// The one door of the phone: a command is done once, however often and in whatever order it is delivered.
import type { AsideReason, CommandBody, FieldCommand } from '@regie/contract/field-entries'
import { trueTime } from '@regie/contract/field-log'
import type { Receipt } from '@regie/contract/fieldwork'
import type { Id, Instant } from '@regie/contract/kernel'
import { workOrderDraft } from '@regie/contract/work-orders'
import { Temporal } from 'temporal-polyfill'
import {
  acceptAssignment,
  declineAssignment,
  heldAssignment,
  ownAssignment,
} from '../../planning/index.ts'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { answerPoll } from '../../polls/index.ts'
import { markOwnSheet, sheetOf } from '../../productions/index.ts'
import { createWorkOrder, findWorkOrder } from '../../work-orders/index.ts'
import { findTechnician, tellDays } from '../../workforce/index.ts'
import { happened } from '../events.ts'
import { insertAbsenceRequest, insertReceipt } from '../store/requests.ts'
import { statusOf } from '../store/work.ts'
import { tell } from './tell.ts'

type Delivery = { readonly command: FieldCommand; readonly sentAt: Instant }
type Outcome = Omit<Receipt, 'id' | 'problem'>
type Of<K extends CommandBody['kind']> = Extract<CommandBody, { kind: K }>

const applied: Outcome = { outcome: 'applied', why: null }

export const doFieldCommand = command(
  'fieldwork.do',
  { permission: 'fieldwork.own' },
  async (tx, { command: given, sentAt }: Delivery): Promise<Receipt> => {
    const { id } = given
    return { id, problem: null, ...(await perform(tx, given, sentAt)) }
  },
)

async function perform(tx: Tx, given: FieldCommand, sentAt: Instant): Promise<Outcome> {
  const { what, ...envelope } = given
  switch (what.kind) {
    case 'accept':
    case 'decline':
    case 'follow_up':
    case 'absence':
    case 'poll':
    case 'days':
    case 'call_sheet': {
      const { id, deviceAt } = envelope
      if (!(await insertReceipt(tx, { id, kind: what.kind, deviceAt })))
        return { outcome: 'known', why: null }
      if (what.kind === 'poll' || what.kind === 'days')
        await tellAvailability(tx, what, trueTime(deviceAt, sentAt, tx.now()))
      else if (what.kind === 'call_sheet') await markSheet(tx, what)
      else return outcomeOf(await performOnce(tx, envelope, what))
      return applied
    }
    // Signatures and links to sign are about the report, which stands on a higher floor and has its own door.
    case 'sign':
    case 'invite':
      throw fail('route_not_found')
    default: {
      const assignmentId = aboutOf(envelope)
      const { isNew, why } = await tell(tx, { ...envelope, assignmentId, what }, sentAt)
      return isNew ? outcomeOf(why) : { outcome: 'known', why }
    }
  }
}

const outcomeOf = (why: AsideReason | null): Outcome =>
  why === null ? applied : { outcome: why === 'sealed' ? 'to_decide' : 'aside', why }

type Envelope = Omit<FieldCommand, 'what'>

function aboutOf({ assignmentId }: Envelope): Id {
  if (assignmentId === null) throw fail('not_found', { what: 'assignment' })
  return assignmentId
}

async function performOnce(
  tx: Tx,
  envelope: Envelope,
  what: Of<'accept' | 'decline' | 'follow_up' | 'absence'>,
): Promise<AsideReason | null> {
  if (what.kind === 'absence') {
    await askAbsence(tx, envelope.id, what)
    return null
  }
  const assignmentId = aboutOf(envelope)
  const moot = what.kind === 'follow_up' ? null : await mootness(tx, assignmentId)
  if (moot) return moot
  if (what.kind === 'accept') await accept(tx, assignmentId, envelope.baseVersion, what)
  if (what.kind === 'decline') await decline(tx, assignmentId, what)
  if (what.kind === 'follow_up') await followUp(tx, assignmentId, what)
  return null
}

/** Why nobody waits for this answer any more; null: somebody does. */
async function mootness(tx: Tx, assignmentId: Id): Promise<AsideReason | null> {
  const { placed, isOwn } = await heldAssignment(tx, assignmentId)
  if (!isOwn) return 'reassigned'
  if ((await statusOf(tx, placed.workOrderId)) === 'cancelled') return 'cancelled'
  return placed.state === 'withdrawn' ? 'withdrawn' : null
}

/** Yes to the hours that were on screen; other changes since do not matter. Work begun has said yes already. */
async function accept(
  tx: Tx,
  assignmentId: Id,
  baseVersion: number | undefined,
  { startsAt }: Of<'accept'>,
): Promise<void> {
  const own = await ownAssignment(tx, assignmentId)
  if (own.state !== 'offered' && own.state !== 'declined' && own.state !== 'withdrawn') return
  const isSeen = Date.parse(startsAt) === Date.parse(own.startsAt)
  const version = isSeen ? own.version : (baseVersion ?? 0)
  await acceptAssignment.run(tx, { assignmentId, version })
}

/** Who has begun has not declined: an older no does not undo it. */
async function decline(tx: Tx, assignmentId: Id, { reason }: Of<'decline'>): Promise<void> {
  const own = await ownAssignment(tx, assignmentId)
  if (own.state === 'declined') return
  await declineAssignment.run(tx, { assignmentId, version: own.version, reason })
}

/** Work at the same site that somebody at the office will look at. */
async function followUp(tx: Tx, assignmentId: Id, asked: Of<'follow_up'>): Promise<void> {
  const { placed } = await heldAssignment(tx, assignmentId)
  const origin = found(await findWorkOrder(tx, placed.workOrderId), 'work order')
  const { title, description, durationMinutes, wishedOn } = asked
  const earliestAt = wishedOn
    ? Temporal.PlainDate.from(wishedOn).toZonedDateTime(tx.actor.timeZone).toInstant().toString()
    : null
  const draft = workOrderDraft.parse({
    siteId: origin.siteId,
    assetIds: origin.assetIds,
    projectId: origin.projectId,
    category: 'one_off',
    contact: origin.contact,
    notes: `↪ ${origin.reference} · ${tx.actor.name}`,
    ...{ title, description, durationMinutes, earliestAt },
  })
  await createWorkOrder.run(tx, { ...draft, status: 'requested' })
}

async function askAbsence(tx: Tx, id: Id, { draft }: Of<'absence'>): Promise<void> {
  const { technicianId } = tx.actor
  const technician = technicianId ? await findTechnician(tx, technicianId) : undefined
  const { id: asker, name } = found(technician, 'technician')
  await insertAbsenceRequest(tx, { id, technicianId: asker, draft })
  tx.emit(happened.absence_requested({ requestId: id, technicianId: asker, technicianName: name }))
}

/** Who is no longer on the production has nothing left to confirm, and is not troubled with it. */
async function markSheet(tx: Tx, what: Of<'call_sheet'>): Promise<void> {
  const { technicianId } = tx.actor
  if (technicianId && (await sheetOf(tx, what.projectId, technicianId)))
    await markOwnSheet.run(tx, what)
}

/** What was said later stands, in whatever order phones and links tell it. */
async function tellAvailability(tx: Tx, what: Of<'poll' | 'days'>, at: Instant): Promise<void> {
  const { technicianId } = tx.actor
  if (!technicianId) throw fail('not_found', { what: 'technician' })
  if (what.kind === 'poll') {
    const { pollId, answers } = what
    await answerPoll.run(tx, { pollId, answers, at })
  } else await tellDays.run(tx, { technicianId, ...what.said, at })
}
