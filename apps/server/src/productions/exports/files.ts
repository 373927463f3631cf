// The files of a production as the browser saves them.
import type { Id } from '@regie/contract/kernel'
import type { Download } from '../../platform/http/bind.ts'
import type { Tx } from '../../platform/work.ts'
import { getProduction } from '../queries/production.ts'
import { writeTimelineIcs } from './ics.ts'
import { writeTimelineXlsx } from './xlsx.ts'

/** `PROJ-2026-11-23 Concert fictif.xlsx` */
const nameOf = ({ code, name }: { code: string; name: string }, ending: string): string =>
  `${code} ${name.replaceAll(/[\\/:*?"<>|]/g, '-')}.${ending}`

export async function timelineXlsx(tx: Tx, projectId: Id): Promise<Download> {
  const production = await getProduction(tx, projectId)
  return {
    name: nameOf(production.project, 'xlsx'),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await writeTimelineXlsx(production, tx.actor),
  }
}

export async function timelineIcs(tx: Tx, projectId: Id): Promise<Download> {
  const production = await getProduction(tx, projectId)
  return {
    name: nameOf(production.project, 'ics'),
    type: 'text/calendar; charset=utf-8',
    content: writeTimelineIcs(production, { ...tx.actor, now: tx.now() }),
  }
}
