// Everything papers are composed from, read at once for many work orders.

import type { FormVersion } from '@regie/contract/forms'
import type { Id } from '@regie/contract/kernel'
import type { ReportContent } from '@regie/contract/report-content'
import {
  entriesOf as entriesIn,
  foldDraft,
  type PaperState,
  type ReportSource,
} from '@regie/contract/report-draft'
import type { ReportState } from '@regie/contract/reports'
import { formNumbersAt, formsOfTemplates, formVersionsNamed } from '../catalog/index.ts'
import { findOrganization } from '../identity/index.ts'
import { found } from '../platform/guards.ts'
import type { Tx } from '../platform/work.ts'
import { constraintLines } from './constraints.ts'
import {
  entriesOf,
  type Facts,
  factsOf,
  historyOf,
  pastReadingsAt,
  type Worker,
  workersOf,
} from './store/facts.ts'
import { reportsOf } from './store/reports.ts'
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

const entriesByAssignment = async (tx: Tx, workers: readonly Worker[]) =>
  Map.groupBy(
    await entriesOf(
      tx,
      workers.map(({ assignmentId }) => assignmentId),
    ),
    ({ assignmentId }) => assignmentId,
  )

/** What the papers of these work orders are composed from. */
export async function sourcesOf(tx: Tx, workOrderIds: readonly Id[]): Promise<Sources> {
  const facts = await factsOf(tx, workOrderIds)
  const workers = await workersOf(tx, workOrderIds)
  const entries = await entriesByAssignment(tx, workers)
  const papers = (await reportsOf(tx, workOrderIds)).reverse()
  const latest = new Map(papers.map((one) => [one.workOrderId, one]))
  // What was signed, or amends it, asks for the forms it had: not for what the template asks since.
  const signed = new Map(
    papers.flatMap(({ workOrderId, content }) =>
      content ? [[workOrderId, formsIn(content)] as const] : [],
    ),
  )
  const asked = await formsOfTemplates(tx, [
    ...new Set(facts.flatMap(({ templateId }) => templateId ?? [])),
  ])
  const askedBy = (template: Id | null) =>
    asked.flatMap(({ templateId, formId, number }) =>
      templateId === template ? [{ formId, number }] : [],
    )
  const readings = Map.groupBy(
    await pastReadingsAt(tx, [...new Set(facts.map(({ siteId }) => siteId))]),
    ({ siteId }) => siteId,
  )
  const organization = found(await findOrganization(tx), 'organization')
  const settings = await readSettings(tx)
  const past = Map.groupBy(await historyOf(tx, workOrderIds), ({ workOrderId }) => workOrderId)
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
      ...{ language, timeZone: organization.timeZone },
      organizationName: organization.name,
      organizationDetails: settings.companyDetails,
      ...{ reference, title, nature, mission },
      ...placeOf(one),
      constraints: constraintLines(one, { language, timeZone: organization.timeZone }),
      history: (past.get(one.workOrderId) ?? []).map(({ workOrderId: _, ...line }) => line),
      planned: spanOf(crew),
      technicians: crew.map(({ technicianId, name, position, assignmentId }) => ({
        id: technicianId,
        name,
        position,
        assignmentId,
        entries: entries.get(assignmentId) ?? [],
      })),
      formRefs: signed.get(one.workOrderId) ?? askedBy(one.templateId),
      pastReadings: (readings.get(one.siteId) ?? []).map(({ siteId: _, ...reading }) => reading),
      priceConditions: settings.priceConditions[language],
      consent: { version: settings.consent.version, text: settings.consent[language] },
      hasSms: tx.config.sms.provider !== 'off',
    }
  })
  const begun = await asBegun(tx, items, new Set(signed.keys()))
  return { items: begun, forms: await formsFor(tx, begun) }
}

/** Work that was begun keeps the versions of that moment, whatever was saved since. */
async function asBegun(
  tx: Tx,
  items: readonly ReportSource[],
  signed: ReadonlySet<Id>,
): Promise<ReportSource[]> {
  const asked = items.flatMap((source) => {
    const at = beganAt(source)
    return at === null || signed.has(source.workOrderId)
      ? []
      : source.formRefs.map(({ formId }) => ({ formId, at }))
  })
  const numbers = new Map(
    (await formNumbersAt(tx, asked)).map(({ formId, at, number }) => [`${formId}/${at}`, number]),
  )
  return items.map((source) => ({
    ...source,
    formRefs: source.formRefs.map((ref) => ({
      ...ref,
      number: numbers.get(`${ref.formId}/${beganAt(source)}`) ?? ref.number,
    })),
  }))
}

const beganAt = (source: ReportSource): string | null =>
  entriesIn(source)
    .filter(({ what, standing }) => what.kind === 'step' && standing === 'counted')
    .map(({ at }) => at)
    .sort()
    .at(0) ?? null

/** For whom, where and on what. */
const placeOf = (one: Facts) => ({
  client: { name: one.clientName, siret: one.siret, email: one.contact.email || one.clientEmail },
  site: { name: one.siteName, address: one.address, access: one.access },
  contact: one.contact,
  assets: one.assets,
  documents: [...one.documents],
  equipment: one.equipment,
  orderReference: one.orderReference,
})

const formsIn = (content: ReportContent) => [
  ...new Map(
    content.forms.map(({ formId, version }) => [formId, { formId, number: version }]),
  ).values(),
]

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
