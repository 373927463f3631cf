// Reads shaped for the phone, the office and people with a link.

import type { FormVersion } from '@regie/contract/forms'
import type { Id } from '@regie/contract/kernel'
import type { ReportContent } from '@regie/contract/report-content'
import {
  composeReport,
  entriesOf as entriesIn,
  foldDraft,
  lacksOf,
  type PaperState,
  type ReportSource,
} from '@regie/contract/report-draft'
import type { ReportDetail, ReportState } from '@regie/contract/reports'
import { formsOfTemplates, formVersionsNamed } from '../catalog/index.ts'
import { findOrganization } from '../identity/index.ts'
import { fail } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import type { Tx } from '../platform/work.ts'
import { differencesOf } from './model.ts'
import {
  arrivedPhotos,
  entriesOf,
  factsOf,
  ownWorkOrders,
  pastReadingsAt,
  workersOf,
} from './store/facts.ts'
import { openInvitationOf } from './store/invitations.ts'
import { findReport, type Report, reportsOf, trailOf } from './store/reports.ts'
import { readSettings } from './store/settings.ts'

export type Sources = { readonly items: ReportSource[]; readonly forms: FormVersion[] }

const paperStates: Readonly<Record<ReportState, PaperState>> = {
  draft: 'draft',
  awaiting: 'awaiting',
  sealed: 'sealed',
  validated: 'validated',
  superseded: 'sealed',
  erased: 'sealed',
}

/** What the papers of these work orders are composed from. */
export async function sourcesOf(tx: Tx, workOrderIds: readonly Id[]): Promise<Sources> {
  const facts = await factsOf(tx, workOrderIds)
  const workers = await workersOf(tx, workOrderIds)
  const entries = Map.groupBy(
    await entriesOf(
      tx,
      workers.map(({ assignmentId }) => assignmentId),
    ),
    ({ assignmentId }) => assignmentId,
  )
  const latest = new Map(
    (await reportsOf(tx, workOrderIds)).reverse().map((one) => [one.workOrderId, one]),
  )
  const asked = await formsOfTemplates(tx, [
    ...new Set(facts.flatMap(({ templateId }) => templateId ?? [])),
  ])
  const readings = Map.groupBy(
    await pastReadingsAt(tx, [...new Set(facts.map(({ siteId }) => siteId))]),
    ({ siteId }) => siteId,
  )
  const organization = found(await findOrganization(tx), 'organization')
  const settings = await readSettings(tx)
  const items = facts.map((one): ReportSource => {
    const crew = workers.filter(({ workOrderId }) => workOrderId === one.workOrderId)
    const report = latest.get(one.workOrderId)
    const { reference, title, nature, mission } = one
    const language = one.language ?? organization.language
    return {
      workOrderId: one.workOrderId,
      state: report ? paperStates[report.state] : 'draft',
      remark: report?.state === 'draft' ? report.remark : '',
      number: report?.number ?? 1,
      amends: report?.amends ?? null,
      language,
      timeZone: organization.timeZone,
      organizationName: organization.name,
      ...{ reference, title, nature, mission },
      client: {
        name: one.clientName,
        siret: one.siret,
        email: one.contact.email || one.clientEmail,
      },
      site: { name: one.siteName, address: one.address, access: one.access },
      contact: one.contact,
      assets: one.assets,
      equipment: one.equipment,
      planned: spanOf(crew),
      technicians: crew.map(({ technicianId, name, position, assignmentId }) => ({
        id: technicianId,
        name,
        position,
        assignmentId,
        entries: entries.get(assignmentId) ?? [],
      })),
      formRefs: asked
        .filter(({ templateId }) => templateId === one.templateId)
        .map(({ formId, number }) => ({ formId, number })),
      pastReadings: (readings.get(one.siteId) ?? []).map(({ siteId: _, ...reading }) => reading),
      priceConditions: settings.priceConditions[language],
      consent: { version: settings.consent.version, text: settings.consent[language] },
      hasSms: tx.config.sms.provider !== 'off',
    }
  })
  return { items, forms: await formsFor(tx, items) }
}

const spanOf = (crew: readonly { startsAt: string; endsAt: string }[]) => {
  const from = crew.map(({ startsAt }) => startsAt).sort()[0]
  const until = crew
    .map(({ endsAt }) => endsAt)
    .sort()
    .at(-1)
  return from && until ? { from, until } : null
}

/** Every version these papers name: those asked for, and those they began with. */
async function formsFor(tx: Tx, items: readonly ReportSource[]): Promise<FormVersion[]> {
  const named = items.flatMap((source) => [
    ...source.formRefs,
    ...foldDraft(entriesIn(source)).forms,
  ])
  const once = new Map(
    named.map(({ formId, number }) => [`${formId}/${number}`, { formId, number }]),
  )
  return await formVersionsNamed(tx, [...once.values()])
}

export async function sourceOf(
  tx: Tx,
  workOrderId: Id,
): Promise<{ source: ReportSource; forms: FormVersion[] }> {
  const { items, forms } = await sourcesOf(tx, [workOrderId])
  return { source: found(items[0], 'work order'), forms }
}

const DAY_MS = 86_400_000

/** The reader's own papers; a member who is no technician has none. */
export async function listFieldReports(tx: Tx): Promise<Sources> {
  const { technicianId } = tx.actor
  if (!technicianId) return { items: [], forms: [] }
  const now = Date.parse(tx.now())
  const at = (days: number) => new Date(now + days * DAY_MS).toISOString()
  return await sourcesOf(tx, await ownWorkOrders(tx, technicianId, at(-2), at(8)))
}

/** The office may know of all; a technician of work they are on. */
export async function getFieldReport(tx: Tx, workOrderId: Id) {
  const all = await sourceOf(tx, workOrderId)
  const isOwn = all.source.technicians.some(({ id }) => id === tx.actor.technicianId)
  if (!tx.may('reports.read') && !isOwn) throw fail('not_found', { what: 'work order' })
  return all
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
  const photos = content?.photos ?? []
  const arrived = await arrivedPhotos(
    tx,
    photos.map(({ id }) => id),
  )
  return photos.filter(({ id, sha256 }) => arrived.get(id) !== sha256).map(({ id }) => id)
}
