// What the office does about what clients said and were promised.
import type { Id } from '@regie/contract/kernel'
import type { ClientAnswer, PortalSettings } from '@regie/contract/portal-office'
import { type ClientLetter, queueForClients } from '../../notifications/index.ts'
import { heldSlot, holdSlot, releaseHold } from '../../planning/index.ts'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { address, type Writing } from '../recipients.ts'
import { offerReaders } from '../store/addresses.ts'
import { findAnswer, settleAnswer } from '../store/answers.ts'
import { revokeLinks } from '../store/links.ts'
import { readSettings, writeSettings } from '../store/settings.ts'
import { visitOf, visitsOf } from '../store/visits.ts'
import { lockTelling, remind } from '../tell-clients.ts'
import { tokenFor } from '../tokens.ts'
import { takeForClient } from './visit.ts'

const write = { permission: 'portal.write' } as const

type Settling = Writing & {
  readonly answerId: Id
  readonly decision: 'done' | 'accept' | 'refuse'
  readonly note: string
}

/** Of a time asked for: yes moves the visit, no frees the time; the client is told either way. */
export const settleClientAnswer = command(
  'portal.settle-answer',
  write,
  async (tx, { answerId, decision, note, ...writing }: Settling): Promise<ClientAnswer> => {
    await lockTelling(tx)
    const answer = found(await findAnswer(tx, answerId), 'answer')
    if (answer.settledAt !== null) throw fail('wrong_state', { state: 'settled' })
    if (answer.kind === 'time_asked' && decision !== 'done')
      await decide(tx, answer, decision, writing)
    await settleAnswer(tx, answerId, [decision, note].filter(Boolean).join(' · '))
    const { workOrderId, reference, clientName } = answer
    tx.emit(happened.client_answer_settled({ answerId, workOrderId, reference, clientName }))
    return found(await findAnswer(tx, answerId), 'answer')
  },
)

async function decide(
  tx: Tx,
  { workOrderId, startsAt, name }: ClientAnswer,
  decision: 'accept' | 'refuse',
  writing: Writing,
): Promise<void> {
  if (decision === 'accept' && startsAt) {
    const held = await heldSlot(tx, workOrderId)
    // What was kept for them may be over: it is still free, or it is not.
    if (held?.startsAt !== startsAt) await holdSlot.run(tx, { workOrderId, startsAt, minutes: 5 })
    await takeForClient(tx, { workOrderId, name }, startsAt)
  } else await releaseHold(tx, workOrderId)
  const settings = await readSettings(tx)
  const [one] = [
    ...(await address(tx, await visitsOf(tx, [workOrderId]), { ...writing, settings })).values(),
  ]
  if (!one) return
  await queueForClients(tx, [
    {
      ...{ kind: 'visit_reminder', to: one.to, values: one.values, workOrderId },
      visitStartsAt: one.visit.startsAt,
    },
  ])
}

type Named = { readonly workOrderId: Id }

/** Tells the client now, whatever the clock says. */
export const sendVisitLink = command(
  'portal.send-link',
  write,
  async (tx, { workOrderId, ...writing }: Named & Writing): Promise<void> => {
    await lockTelling(tx)
    const visit = found(await visitOf(tx, workOrderId), 'work order')
    if (visit.startsAt === null || Date.parse(visit.startsAt) <= Date.parse(tx.now()))
      throw fail('wrong_state', { state: visit.status })
    const settings = await readSettings(tx)
    await remind(tx, [workOrderId], { ...writing, settings, minutes: 0 })
  },
)

export const revokeVisitLink = command(
  'portal.revoke-link',
  write,
  async (tx, { workOrderId }: Named): Promise<void> => {
    const visit = found(await visitOf(tx, workOrderId), 'work order')
    if ((await revokeLinks(tx, workOrderId)) === 0) return
    tx.emit(happened.visit_link_revoked({ workOrderId, reference: visit.reference }))
  },
)

export const saveSettings = command(
  'portal.save-settings',
  { permission: 'portal.configure' },
  async (tx, next: PortalSettings): Promise<PortalSettings> => {
    const before = await readSettings(tx)
    expectCurrent(before.version === next.version && (await writeSettings(tx, next)), before)
    const now = await readSettings(tx)
    tx.emit(happened.portal_settings_changed({ version: now.version }))
    return now
  },
)

/** Once to each address that said yes, with the way out that mailboxes know (RFC 8058). */
export const sendOffer = command(
  'portal.send-offer',
  { permission: 'portal.configure' },
  async (tx, { text, publicUrl, secret }: Writing & { text: string }) => {
    const readers = await offerReaders(tx)
    const { phone } = await readSettings(tx)
    const letters = readers
      .filter(({ isWanted }) => isWanted)
      .map(({ id, address: to, name, language }): ClientLetter => {
        const isMail = to.includes('@')
        const out = `${publicUrl}/u/${tokenFor(secret, 'offers', id)}`
        return {
          kind: 'client_offer',
          to: {
            ...{ name, language: language ?? tx.actor.language, off: [] },
            ...{ email: isMail ? to : '', mobile: isMail ? '' : to },
          },
          ...{ workOrderId: null, visitStartsAt: null },
          values: { offer: text, phone, unsubscribe: out },
          headers: {
            'List-Unsubscribe': `<${out}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        }
      })
    const channels = await queueForClients(tx, letters)
    const reached = channels.filter((one) => one.length > 0).length
    tx.emit(happened.offer_sent({ readers: reached }))
    return { readers: reached }
  },
)
