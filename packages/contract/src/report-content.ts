// What an intervention report says: the very document the client reads and signs. It is whole in itself, in the language
// of its reader, so that its fingerprint stands for everything that is printed. Evidence binds a signature to it.
import { z } from 'zod'
import { strokes } from './form-answers.ts'
import { address, id, instant, position, text } from './kernel.ts'
import { language } from './roles.ts'

const words = z.string().trim().max(20_000)
export const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** How the visit ended. */
export const outcomeKind = z.enum(['completed', 'to_continue', 'abandoned'])
export type OutcomeKind = z.infer<typeof outcomeKind>

/** What the technician writes about the work, apart from forms, times, parts and photos. */
export const reportTexts = z.object({
  context: words.default(''),
  objectives: words.default(''),
  methods: words.default(''),
  workDone: words.default(''),
  results: words.default(''),
  anomalies: words.default(''),
  remarks: words.default(''),
})
export type ReportTexts = z.infer<typeof reportTexts>
/** Some of them anew. No defaults here: a text that is left out would be emptied by one. */
export const changedTexts = z.object({
  context: words.optional(),
  objectives: words.optional(),
  methods: words.optional(),
  workDone: words.optional(),
  results: words.optional(),
  anomalies: words.optional(),
  remarks: words.optional(),
})
export const textKeys = Object.keys(reportTexts.shape) as (keyof ReportTexts)[]

/** Something worth selling to the client, with what it would cost if that may be shown. */
export const recommendation = z.object({
  label: text(300),
  quantity: z.number().positive().max(1_000_000).default(1),
  /** Before tax, for one. */
  priceCents: z.int().min(0).max(100_000_000).nullable().default(null),
})
export type Recommendation = z.infer<typeof recommendation>

export const outcome = z.object({
  kind: outcomeKind,
  reason: z.string().trim().max(2000).default(''),
  /** The work that follows, as it was asked for. */
  followUp: z.string().trim().max(500).default(''),
  /** A work order was asked for with it; left out: it is words only. */
  isFollowUpOpened: z.boolean().optional(),
})
export type Outcome = z.infer<typeof outcome>

/** One line of a form as it is read: `value` as people write it; `flag` when it lies outside, with what was advised. */
export const contentRow = z.object({
  label: z.string(),
  value: z.string(),
  flag: z.enum(['low', 'high', 'unexpected']).nullable().default(null),
  range: z.string().default(''),
  advice: z.string().default(''),
  rows: z.array(z.array(z.string())).default([]),
  columns: z.array(z.string()).default([]),
  strokes: strokes.default([]),
  photoIds: z.array(id).default([]),
})
export type ContentRow = z.infer<typeof contentRow>
export const contentForm = z.object({
  formId: id,
  version: z.int(),
  title: z.string(),
  asset: z.string(),
  sections: z.array(z.object({ title: z.string(), rows: z.array(contentRow) })),
})
export type ContentForm = z.infer<typeof contentForm>

/** A reading over the last visits, this one last. */
export const contentChart = z.object({
  label: z.string(),
  unit: z.string(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  points: z.array(z.object({ at: instant, value: z.number() })),
})
export type ContentChart = z.infer<typeof contentChart>

export const contentPhoto = z.object({
  id,
  sha256: hash,
  moment: z.enum(['before', 'during', 'after']),
  caption: z.string(),
  takenAt: instant,
})
export type ContentPhoto = z.infer<typeof contentPhoto>

/** A file that came with the work from the field: a scan, a film. */
export const contentFile = z.object({ id, name: z.string(), sha256: hash })
export type ContentFile = z.infer<typeof contentFile>

/** What was done at this place before, and how it ended. */
export const contentPast = z.object({
  at: instant,
  reference: z.string(),
  title: z.string(),
  technicians: z.array(z.string()),
  outcome: outcomeKind.nullable(),
  summary: z.string(),
})
export type ContentPast = z.infer<typeof contentPast>

const stretch = z.object({
  activity: z.enum(['travel', 'work', 'pause']),
  from: instant,
  until: instant,
})

/** What may be left out stands in no earlier document: reading one must not add to it, or its fingerprint were another. */
export const reportContent = z.object({
  format: z.literal('regie-report/1'),
  language,
  timeZone: z.string(),
  /** `details`: legal form, address, SIRET, as the organisation writes them. */
  organization: z.object({ name: z.string(), details: z.string().optional() }),
  /** `orderReference`: the client's own, or that of another system. */
  workOrder: z.object({
    id,
    reference: z.string(),
    title: z.string(),
    nature: z.string(),
    orderReference: z.string().optional(),
  }),
  /** From 1; an amendment has the next number, and says which report it amends and why. */
  number: z.int().min(1),
  amends: z.object({ number: z.int(), contentHash: hash, reason: z.string() }).nullable(),
  client: z.object({ name: z.string(), siret: z.string() }),
  site: z.object({ name: z.string(), address, access: z.string() }),
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  /** `details`: what it is known by, e.g. its serial number and volume. */
  assets: z.array(
    z.object({ id, name: z.string(), kind: z.string(), details: z.string().optional() }),
  ),
  mission: z.string(),
  /** When it had to be done, and what those who do it must hold. */
  constraints: z.array(z.string()).optional(),
  /** Names of the documents that came with the work. */
  documents: z.array(z.string()).optional(),
  history: z.array(contentPast).optional(),
  equipment: z.array(z.object({ label: z.string(), quantity: z.number(), unit: z.string() })),
  planned: z.object({ from: instant, until: instant }).nullable(),
  /** `workSeconds` and `travelSeconds` are those of `stretches`. */
  technicians: z.array(
    z.object({
      id,
      name: z.string(),
      position: z.string(),
      stretches: z.array(stretch),
      workSeconds: z.int(),
      travelSeconds: z.int(),
      /** The technician's own. */
      signature: strokes.optional(),
    }),
  ),
  texts: reportTexts,
  forms: z.array(contentForm),
  charts: z.array(contentChart),
  parts: z.array(z.object({ label: z.string(), quantity: z.number(), unit: z.string() })),
  photos: z.array(contentPhoto).max(100),
  files: z.array(contentFile).optional(),
  outcome,
  recommendations: z.array(recommendation).max(50),
  priceConditions: z.string(),
})
export type ReportContent = z.infer<typeof reportContent>

/** Exactly one of three, as at every reception of works; null only when nobody was there to say. */
export const acceptance = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('without_reserves') }),
  z.object({ kind: z.literal('with_reserves'), reserves: z.array(text(1000)).min(1).max(30) }),
  z.object({ kind: z.literal('refused'), reasons: text(2000) }),
])
export type Acceptance = z.infer<typeof acceptance>

/** Who signed and how; at a distance, a one-time code sent to `email` (or, where that is empty, to `phone`) was given back. */
export const signer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('on_site'),
    name: text(200),
    role: z.string().trim().max(200).default(''),
    strokes: strokes.min(1),
  }),
  z.object({
    kind: z.literal('remote'),
    name: text(200),
    role: z.string().trim().max(200).default(''),
    strokes: strokes.min(1),
    email: z.union([z.literal(''), z.email()]),
    phone: z.string().max(40).optional(),
    codeCheckedAt: instant,
  }),
  z.object({ kind: z.literal('absent'), reason: text(1000) }),
])
export type Signer = z.infer<typeof signer>

export const device = z.object({
  userAgent: z.string().max(500),
  app: z.string().max(60),
})

/** What binds a person to a content: everything here is in the signature's own fingerprint. */
export const signature = z.object({
  format: z.literal('regie-signature/1'),
  contentHash: hash,
  acceptance: acceptance.nullable(),
  signer,
  consent: z.object({ version: z.int(), text: z.string() }).nullable(),
  clientRemarks: z.string().max(4000),
  /** The device's clock, the server's, and the technician or link that brought it. */
  deviceAt: instant,
  serverAt: instant,
  /** `deviceAt` by the server’s clock, where the device’s ran otherwise or the signature came later. */
  signedAt: instant.optional(),
  by: z.string(),
  device,
  position: position.extend({ accuracyMetres: z.number().min(0) }).nullable(),
})
export type Signature = z.infer<typeof signature>

/** One fact of the trail; `hash` is of all the others here, `previous` that of the fact before (zeros for the first). */
export const trailEntry = z.object({
  sequence: z.int().min(1),
  at: instant,
  what: z.string(),
  by: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  previous: hash,
  hash,
})
export type TrailEntry = z.infer<typeof trailEntry>

/** What lies inside the PDF and lets anybody prove it offline. */
export const evidence = z.object({
  format: z.literal('regie-evidence/1'),
  content: reportContent,
  contentHash: hash,
  signature,
  signatureHash: hash,
  trail: z.array(trailEntry),
  verifyAt: z.string(),
})
export type Evidence = z.infer<typeof evidence>

export const FIRST_PREVIOUS = '0'.repeat(64)
