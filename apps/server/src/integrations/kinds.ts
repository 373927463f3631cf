// Every kind of file that can come in.
import type { ImportKind } from '@regie/contract/integrations'
import type { Table } from './csv/read-table.ts'
import type { Intake } from './intake.ts'
import { sites } from './kinds/sites.ts'
import { technicians } from './kinds/technicians.ts'
import { workOrders } from './kinds/work-orders.ts'
import { likeness } from './mapping.ts'

const all: readonly Intake[] = [sites, technicians, workOrders]

export const intakeOf = (kind: ImportKind): Intake => {
  const intake = all.find((one) => one.kind === kind)
  if (!intake) throw new Error(`no intake for ${kind}`)
  return intake
}

/** The kind whose fields the headers name best. */
export const likeliestKind = (table: Table): ImportKind =>
  all
    .map((intake) => ({ kind: intake.kind, score: likeness(intake, table) }))
    .reduce((best, one) => (one.score > best.score ? one : best)).kind
