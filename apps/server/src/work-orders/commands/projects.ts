// What people do with projects.
import type { Id } from '@regie/contract/kernel'
import type { Project, ProjectDraft } from '@regie/contract/work-orders'
import { findClient } from '../../clients/index.ts'
import { fail, invalid } from '../../platform/errors.ts'
import { expectCurrent, found, uniqueBy } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { codeOfToday } from '../model.ts'
import { nextNumber } from '../store/counters.ts'
import {
  findProject,
  findProjectByCode,
  findProjectByExternalId,
  insertProject,
  markProjectArchived,
  saveProject,
} from '../store/projects.ts'

const write = { permission: 'work-orders.write' } as const

export const createProject = command(
  'work-orders.create-project',
  write,
  async (tx, draft: ProjectDraft): Promise<Project> => {
    await expectFits(tx, null, draft)
    if (draft.code && (await findProjectByCode(tx, draft.code)))
      throw fail('already_exists', { what: draft.code, field: 'code' })
    const code = draft.code ?? (await issueCode(tx))
    const projectId = tx.newId()
    await insertProject(tx, projectId, { ...draft, code })
    tx.emit(happened.project_created({ projectId, code, name: draft.name }))
    return found(await findProject(tx, projectId), 'project')
  },
)

/** `PROJ-2026-11-21`, then `PROJ-2026-11-21-2`, … */
async function issueCode(tx: Tx): Promise<string> {
  const today = codeOfToday(tx.now(), tx.actor.timeZone)
  for (;;) {
    const ordinal = await nextNumber(tx, `project ${today}`)
    const code = ordinal === 1 ? today : `${today}-${ordinal}`
    if (!(await findProjectByCode(tx, code))) return code
  }
}

type Change = { projectId: Id; version: number; draft: Omit<ProjectDraft, 'code'> }

export const updateProject = command(
  'work-orders.update-project',
  write,
  async (tx, { projectId, version, draft }: Change): Promise<Project> => {
    const before = found(await findProject(tx, projectId), 'project')
    await expectFits(tx, projectId, draft)
    expectCurrent(await saveProject(tx, projectId, version, draft), before)
    tx.emit(happened.project_changed({ projectId, code: before.code, name: draft.name }))
    return found(await findProject(tx, projectId), 'project')
  },
)

type Archiving = { projectId: Id; version: number; archived: boolean }

export const archiveProject = command(
  'work-orders.archive-project',
  write,
  async (tx, { projectId, version, archived }: Archiving): Promise<Project> => {
    const before = found(await findProject(tx, projectId), 'project')
    const archivedAt = archived ? tx.now() : null
    expectCurrent(await markProjectArchived(tx, projectId, version, archivedAt), before)
    tx.emit(happened.project_changed({ projectId, code: before.code, name: before.name }))
    return found(await findProject(tx, projectId), 'project')
  },
)

async function expectFits(
  tx: Tx,
  self: Id | null,
  draft: Omit<ProjectDraft, 'code'>,
): Promise<void> {
  const { startsOn, endsOn, clientId } = draft
  if (startsOn && endsOn && endsOn < startsOn)
    throw invalid([
      {
        path: 'endsOn',
        expected:
          tx.actor.language === 'fr' ? 'La fin précède le début.' : 'It ends before it starts.',
        got: endsOn,
      },
    ])
  if (clientId) found(await findClient(tx, clientId), 'client')
  const find = (value: string) => findProjectByExternalId(tx, value)
  await uniqueBy(draft.externalId, find, self, 'externalId')
}
