// From what was told to the document that is signed. Pure: the phone composes it without network, the server with it,
// and whoever holds the same facts composes the same document.
import { z } from 'zod'
import { type FieldEntry, fieldEntry } from './field-entries.ts'
import { type FieldWork, foldWork, inOrder, type Stretch, secondsOf } from './field-log.ts'
import { type Answers, strokes } from './form-answers.ts'
import { firstAnswers, readForm } from './form-rules.ts'
import { type FormVersion, formVersion } from './forms.ts'
import { address, type Id, type Instant, id, instant } from './kernel.ts'
import {
  contentPast,
  hash,
  type Outcome,
  type Recommendation,
  type ReportContent,
  type ReportTexts,
  reportContent,
  textKeys,
} from './report-content.ts'
import { type FormPage, type PastReading, pastReading } from './report-pages.ts'
import { detailsOf, signatureIn, where } from './report-pieces.ts'
import { chartsOf, isCharted, writtenForm } from './report-writing.ts'
import { language } from './roles.ts'

/** Where the paper of a work order stands. `remark`: why the office sent it back. */
export const paperState = z.enum(['draft', 'awaiting', 'sealed', 'validated'])
export type PaperState = z.infer<typeof paperState>

/** Everything a report is composed from. */
export const reportSource = z.object({
  workOrderId: id,
  state: paperState,
  remark: z.string(),
  number: z.int(),
  amends: z.object({ number: z.int(), contentHash: hash, reason: z.string() }).nullable(),
  language,
  timeZone: z.string(),
  organizationName: z.string(),
  organizationDetails: z.string().optional(),
  orderReference: z.string().optional(),
  reference: z.string(),
  title: z.string(),
  nature: z.string(),
  mission: z.string(),
  client: z.object({ name: z.string(), siret: z.string(), email: z.string() }),
  site: z.object({ name: z.string(), address, access: z.string() }),
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  assets: z.array(
    z.object({
      id,
      name: z.string(),
      kind: z.string(),
      /** What its label says. */
      externalId: z.string().nullish(),
      attributes: z.record(z.string(), z.string()),
    }),
  ),
  constraints: z.array(z.string()).optional(),
  documents: z.array(z.string()).optional(),
  history: z.array(contentPast).optional(),
  equipment: z.array(z.object({ label: z.string(), quantity: z.number(), unit: z.string() })),
  planned: z.object({ from: instant, until: instant }).nullable(),
  technicians: z.array(
    z.object({
      id,
      name: z.string(),
      position: z.string(),
      assignmentId: id,
      entries: z.array(fieldEntry),
    }),
  ),
  /** The forms asked for, in order, in the version that a new page begins with. */
  formRefs: z.array(z.object({ formId: id, number: z.int() })),
  pastReadings: z.array(pastReading),
  priceConditions: z.string(),
  consent: z.object({ version: z.int(), text: z.string() }),
  /** Whether links and codes can go by SMS. */
  hasSms: z.boolean(),
  /** The reader's own signature as they last gave it, to be put on this paper with one tap. */
  ownSignature: strokes.nullish(),
})
export type ReportSource = z.infer<typeof reportSource>
export const formBook = z.array(formVersion)

export type DraftForm = {
  readonly formId: Id
  readonly number: number
  readonly assetId: Id | null
  readonly answers: Answers
}
export type Draft = {
  readonly texts: ReportTexts
  readonly outcome: Outcome | null
  readonly recommendations: readonly Recommendation[]
  readonly forms: readonly DraftForm[]
}

const placeOf = ({ formId, assetId }: { formId: Id; assetId: Id | null }) =>
  `${formId}/${assetId ?? ''}`

/** The draft that entries amount to; those of all technicians of the work, in whatever order they came. */
export function foldDraft(entries: readonly FieldEntry[]): Draft {
  const texts: Record<string, string> = Object.fromEntries(textKeys.map((key) => [key, '']))
  let outcome: Outcome | null = null
  let recommendations: readonly Recommendation[] = []
  const forms = new Map<string, DraftForm>()
  const counted = entries.filter(({ standing }) => standing === 'counted').sort(inOrder)
  for (const { what } of counted) {
    if (what.kind === 'paper') {
      Object.assign(texts, what.texts)
      outcome = what.outcome ?? outcome
      recommendations = what.recommendations ?? recommendations
    }
    if (what.kind === 'answers') {
      const before = forms.get(placeOf(what))
      // Who began with a version ends with it, on whatever phone.
      const number = before?.number ?? what.number
      forms.set(placeOf(what), {
        formId: what.formId,
        assetId: what.assetId,
        number,
        answers: { ...before?.answers, ...what.answers },
      })
    }
  }
  return { texts: texts as ReportTexts, outcome, recommendations, forms: [...forms.values()] }
}

type Known = {
  readonly source: {
    readonly formRefs: ReportSource['formRefs']
    readonly assets: readonly Pick<ReportSource['assets'][number], 'id' | 'name' | 'attributes'>[]
  }
  readonly forms: readonly FormVersion[]
  readonly draft: Draft
}

/** The pages of a report: those the template asks for, and others that were begun. */
export function pagesOf({ source, forms, draft }: Known): FormPage[] {
  const find = (formId: Id, number: number) =>
    forms.find((one) => one.formId === formId && one.number === number)
  const wanted = source.formRefs.flatMap(({ formId, number }) => {
    const isEach = find(formId, number)?.definition.per === 'asset' && source.assets.length > 0
    const assets = isEach ? source.assets.map((asset) => asset.id) : [null]
    return assets.map((assetId) => ({ formId, number, assetId }))
  })
  const places = new Set(wanted.map(placeOf))
  const begun = draft.forms.filter((one) => !places.has(placeOf(one)))
  return [...wanted, ...begun].flatMap((place) => {
    const told = draft.forms.find((one) => placeOf(one) === placeOf(place))
    const version = find(place.formId, told?.number ?? place.number)
    if (!version) return []
    const asset = source.assets.find(({ id }) => id === place.assetId)
    const answers = {
      ...firstAnswers(version.definition, asset?.attributes ?? {}),
      ...told?.answers,
    }
    return [
      {
        formId: place.formId,
        number: version.number,
        assetId: place.assetId,
        assetName: asset?.name ?? '',
        version,
        answers,
        state: readForm(version.definition, answers),
      },
    ]
  })
}

export const entriesOf = (source: ReportSource): FieldEntry[] =>
  source.technicians.flatMap(({ entries }) => entries)

/** Composes the document. `now` ends what is still going on. */
export function composeReport(
  source: ReportSource,
  forms: readonly FormVersion[],
  now: Instant,
): ReportContent {
  const draft = foldDraft(entriesOf(source))
  const pages = pagesOf({ source, forms, draft })
  const works = source.technicians.map((technician) => ({
    technician,
    work: foldWork(technician.entries),
  }))
  const { language, timeZone } = source
  return reportContent.parse({
    format: 'regie-report/1',
    language,
    timeZone,
    organization: {
      name: source.organizationName,
      ...where('details', source.organizationDetails),
    },
    workOrder: {
      id: source.workOrderId,
      reference: source.reference,
      title: source.title,
      nature: source.nature,
      ...where('orderReference', source.orderReference),
    },
    number: source.number,
    amends: source.amends,
    client: { name: source.client.name, siret: source.client.siret },
    site: source.site,
    contact: source.contact,
    assets: source.assets.map(({ id, name, kind, externalId, attributes }) => ({
      ...{ id, name, kind },
      ...where('details', detailsOf(externalId, attributes)),
    })),
    mission: source.mission,
    ...where('constraints', source.constraints),
    ...where('documents', source.documents),
    ...where('history', source.history),
    equipment: source.equipment,
    planned: source.planned,
    technicians: works.map(({ technician: { id, name, position, entries }, work }) => ({
      id,
      name,
      position,
      ...timesOf(work.stretches, now),
      ...where('signature', signatureIn(entries)),
    })),
    texts: draft.texts,
    forms: pages.map((page) => writtenForm(page, language)),
    charts: pages.flatMap((page) => chartsOf(page, source.pastReadings, { language, now })),
    parts: works.flatMap(({ work }) =>
      work.parts.map(({ label, quantity, unit }) => ({ label, quantity, unit })),
    ),
    ...takenAlong(works.map(({ work }) => work)),
    outcome: draft.outcome ?? { kind: 'completed', reason: '', followUp: '' },
    recommendations: draft.recommendations,
    priceConditions: source.priceConditions,
  })
}

/** Pictures in the order they were taken, and the other files. */
const takenAlong = (works: readonly FieldWork[]) => ({
  photos: works
    .flatMap(({ photos }) => photos.map(({ photo }) => photo))
    .sort((a, b) => Date.parse(a.takenAt) - Date.parse(b.takenAt))
    .map(({ photoId, sha256, moment, caption, takenAt }) => ({
      id: photoId,
      ...{ sha256, moment, caption, takenAt },
    })),
  ...where(
    'files',
    works.flatMap(({ files }) =>
      files.map(({ file: { fileId, name, sha256 } }) => ({ id: fileId, name, sha256 })),
    ),
  ),
})

function timesOf(stretches: readonly Stretch[], now: Instant) {
  const closed = stretches
    .map(({ activity, from, until }) => ({ activity, from, until: until ?? now }))
    .filter(({ from, until }) => Date.parse(from) < Date.parse(until))
  return {
    stretches: closed,
    workSeconds: Math.round(secondsOf(stretches, 'work', now)),
    travelSeconds: Math.round(secondsOf(stretches, 'travel', now)),
  }
}

/** The readings of this visit, to be drawn at the next. */
export function readingsOf(
  source: ReportSource,
  forms: readonly FormVersion[],
  at: Instant,
): PastReading[] {
  const draft = foldDraft(entriesOf(source))
  return pagesOf({ source, forms, draft }).flatMap(({ formId, assetId, version, state }) =>
    version.definition.sections
      .flatMap((section) => section.fields)
      .filter(isCharted)
      .flatMap(({ key }) => {
        const value = state.values[key]
        return typeof value === 'number' ? [{ assetId, formId, key, at, value }] : []
      }),
  )
}

/** What is missing before anybody can sign. */
export type Lack = {
  readonly kind: 'form' | 'outcome' | 'reason'
  readonly page: FormPage | null
  readonly count: number
}

export function lacksOf(known: Known): Lack[] {
  const { outcome } = known.draft
  const pages = pagesOf(known).filter(({ state }) => state.faults.length > 0)
  // Work that was given up is told with what there is.
  const forms: Lack[] =
    outcome?.kind === 'completed' || !outcome
      ? pages.map((page) => ({ kind: 'form', page, count: page.state.faults.length }))
      : []
  if (!outcome) return [...forms, { kind: 'outcome', page: null, count: 1 }]
  const needsReason = outcome.kind !== 'completed' && outcome.reason === ''
  return needsReason ? [...forms, { kind: 'reason', page: null, count: 1 }] : forms
}
