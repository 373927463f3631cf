// Reads shaped for the phone, the office and people with a link.

import type { Id } from '@regie/contract/kernel'
import type { ReportContent } from '@regie/contract/report-content'
import {
  composeReport,
  entriesOf as entriesIn,
  foldDraft,
  lacksOf,
} from '@regie/contract/report-draft'
import type { ReportDetail } from '@regie/contract/reports'
import { fail } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import type { Tx } from '../platform/work.ts'
import { differencesOf } from './model.ts'
import { type Sources, sourceOf, sourcesOf } from './sources.ts'
import { arrivedPhotos, ownSignature, ownWorkOrders } from './store/facts.ts'
import { openInvitationOf } from './store/invitations.ts'
import { findReport, type Report, reportsOf, trailOf } from './store/reports.ts'

const DAY_MS = 86_400_000

/** The reader's own papers; a member who is no technician has none. */
export async function listFieldReports(tx: Tx): Promise<Sources> {
  const { technicianId } = tx.actor
  if (!technicianId) return { items: [], forms: [] }
  const now = Date.parse(tx.now())
  const at = (days: number) => new Date(now + days * DAY_MS).toISOString()
  const { items, forms } = await sourcesOf(tx, await ownWorkOrders(tx, technicianId, at(-2), at(8)))
  const signature = await ownSignature(tx, technicianId)
  return { items: items.map((source) => ({ ...source, ownSignature: signature })), forms }
}

/** The office may know of all; a technician of work they are on. */
export async function getFieldReport(tx: Tx, workOrderId: Id) {
  const all = await sourceOf(tx, workOrderId)
  const isOwn = all.source.technicians.some(({ id }) => id === tx.actor.technicianId)
  if (!tx.may('reports.read') && !isOwn) throw fail('not_found', { what: 'work order' })
  const { technicianId } = tx.actor
  if (technicianId === null) return all
  return { ...all, source: { ...all.source, ownSignature: await ownSignature(tx, technicianId) } }
}

export async function previewReport(tx: Tx, workOrderId: Id) {
  const { source, forms } = await sourceOf(tx, workOrderId)
  const draft = foldDraft(entriesIn(source))
  const [latest] = await reportsOf(tx, [workOrderId])
  return {
    content: composeReport(source, forms, tx.now()),
    lacks: lacksOf({ source, forms, draft }).map(({ kind }) => kind),
    clientEmail: source.client.email,
    contact: source.contact,
    hasSms: tx.config.sms.provider !== 'off',
    siteName: source.site.name,
    report: latest ? { id: latest.id, state: latest.state, number: latest.number } : null,
  }
}

export async function getReport(tx: Tx, reportId: Id): Promise<ReportDetail> {
  const report = found(await findReport(tx, reportId), 'report')
  const versions = await reportsOf(tx, [report.workOrderId])
  const invitation = await openInvitationOf(tx, reportId)
  const { source, forms } = await sourceOf(tx, report.workOrderId)
  const { content } = report
  const isLatest = versions[0]?.id === report.id
  return {
    ...report,
    trail: await trailOf(tx, reportId),
    clientEmail: source.client.email,
    missingPhotoIds: content ? await missingPhotos(tx, report) : [],
    differences:
      content && isLatest && report.sealedAt
        ? differencesOf(content, composeReport(source, forms, readAt(content) ?? report.sealedAt))
        : [],
    verifyPath: report.token ? `/verify/${report.token}` : null,
    versions: versions.map(({ id, number, state, sealedAt }) => ({ id, number, state, sealedAt })),
    invitation: invitation
      ? { to: invitation.email || invitation.phone, expiresAt: invitation.expiresAt }
      : null,
  }
}

/** What still went on when the document was composed ended for it at that moment. */
const readAt = ({ technicians }: ReportContent): string | undefined =>
  technicians
    .flatMap(({ stretches }) => stretches.map(({ until }) => until))
    .sort()
    .at(-1)

export async function missingPhotos(tx: Tx, { content }: Report): Promise<Id[]> {
  const photos = [...(content?.photos ?? []), ...(content?.files ?? [])]
  const arrived = await arrivedPhotos(
    tx,
    photos.map(({ id }) => id),
  )
  return photos.filter(({ id, sha256 }) => arrived.get(id) !== sha256).map(({ id }) => id)
}
