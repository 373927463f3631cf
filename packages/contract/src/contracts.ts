// Maintenance contracts: for which client and sites, from when until when, and when to renew.
import { z } from 'zod'
import { expected } from './fault-sentence.ts'
import { endpoint, id, localDate, page, pageQuery, text, version } from './kernel.ts'

/**
 * What was agreed with a client. No `siteIds`: every site of the client. Null `endsOn`: until it is ended. From
 * `noticeDays` before `renewsOn` on it is shown as one to renew. Null `reference`: `C-2026-001` is issued.
 */
export const contractDraft = z
  .object({
    externalId: z.string().trim().min(1).max(100).nullable().default(null),
    reference: z.string().trim().min(1).max(40).nullable().default(null),
    name: text(200),
    clientId: id,
    siteIds: z.array(id).max(1000).default([]),
    startsOn: localDate,
    endsOn: localDate.nullable().default(null),
    renewsOn: localDate.nullable().default(null),
    noticeDays: z.int().min(0).max(365).default(60),
    notes: z.string().trim().max(10_000).default(''),
  })
  .superRefine(({ startsOn, endsOn, renewsOn, siteIds }, context) => {
    const refuse = (path: (string | number)[], fr: string, en: string) =>
      context.addIssue({ code: 'custom', path, ...expected(fr, en) })
    if (endsOn && endsOn < startsOn)
      refuse(['endsOn'], 'La fin précède le début.', 'It ends before it starts.')
    if (renewsOn && renewsOn < startsOn)
      refuse(['renewsOn'], 'Le renouvellement précède le début.', 'It renews before it starts.')
    for (const [index, siteId] of siteIds.entries())
      if (siteIds.indexOf(siteId) < index)
        refuse(['siteIds', index], 'Ce site est déjà là.', 'This site is already there.')
  })
export type ContractDraft = z.infer<typeof contractDraft>

/** Where a contract stands today. `paused` goes before `running`. */
export const contractState = z.enum(['coming', 'running', 'paused', 'ended'])
export type ContractState = z.infer<typeof contractState>

/** Whether its renewal is to be thought of: `soon` within the notice, `overdue` past the date. */
export const renewal = z.enum(['none', 'later', 'soon', 'overdue'])

export const contract = z.object({
  ...contractDraft.shape,
  id,
  version,
  reference: z.string(),
  clientName: z.string(),
  state: contractState,
  renewal,
  /** From this day to that (null: until it is taken up again) no visit is made. */
  pausedFrom: localDate.nullable(),
  pausedUntil: localDate.nullable(),
  endReason: z.string(),
  seriesCount: z.int(),
  /** Visits of it that are still to be done, among those made ahead. */
  openVisits: z.int(),
  nextVisitOn: localDate.nullable(),
})
export type Contract = z.infer<typeof contract>

const tag = 'Contracts'
const params = z.object({ contractId: id })

export const listContracts = endpoint({
  method: 'GET',
  path: '/api/contracts',
  tag,
  summary: 'Contracts: those to renew first, then by name; search ignores accents and case',
  query: pageQuery.extend({
    state: contractState.optional(),
    /** Only those within their notice or past their date. */
    toRenew: z.stringbool().default(false),
    clientId: id.optional(),
  }),
  returns: page(contract),
})
export const getContract = endpoint({
  method: 'GET',
  path: '/api/contracts/:contractId',
  tag,
  summary: 'One contract',
  params,
  returns: contract,
})
export const createContract = endpoint({
  method: 'POST',
  path: '/api/contracts',
  tag,
  summary: 'Add a contract',
  body: contractDraft,
  returns: contract,
  status: 201,
})
export const updateContract = endpoint({
  method: 'PATCH',
  path: '/api/contracts/:contractId',
  tag,
  summary: 'Change a contract; its client and reference stay',
  params,
  body: contractDraft.safeExtend({ version }),
  returns: contract,
})
export const pauseContract = endpoint({
  method: 'POST',
  path: '/api/contracts/:contractId/pause',
  tag,
  summary: 'Make no visits from one day to another; those made ahead are cancelled',
  params,
  body: z
    .object({ version, from: localDate, until: localDate.nullable().default(null) })
    .refine(({ from, until }) => until === null || from <= until, {
      path: ['until'],
      ...expected('La fin précède le début.', 'It ends before it starts.'),
    }),
  returns: contract,
})
export const resumeContract = endpoint({
  method: 'POST',
  path: '/api/contracts/:contractId/resume',
  tag,
  summary: 'Take a paused contract up again; its visits come back',
  params,
  body: z.object({ version }),
  returns: contract,
})
export const endContract = endpoint({
  method: 'POST',
  path: '/api/contracts/:contractId/end',
  tag,
  summary: 'End a contract on a day; visits after it are cancelled',
  params,
  body: z.object({ version, on: localDate, reason: z.string().trim().max(500).default('') }),
  returns: contract,
})

const told = z.object({ contractId: id, reference: z.string(), name: z.string() })

/** What happened here, as told on the live stream. */
export const contractEvents = {
  contract_created: told,
  contract_changed: told,
  contract_paused: told,
  contract_resumed: told,
  contract_ended: told,
  /** Its notice has begun; once for each renewal date. */
  contract_renewal_due: told.extend({ renewsOn: localDate }),
}
