// A show of one stage at the pool company, to add phases to.
import { type PhaseDraft, type Production, phaseDraft } from '@regie/contract/productions'
import { projectDraft } from '@regie/contract/work-orders'
import { addPhase, addStage } from '../productions/index.ts'
import { createProject } from '../work-orders/index.ts'
import { at, plannedCompany } from './planned-company.ts'
import type { TestWork } from './work.ts'

/** Adds `draft` of a phase on that Monday, and `add`, which makes one and answers the production. */
export async function concert(testing: Pick<TestWork, 'act'>) {
  const company = await plannedCompany(testing)
  const { planner, site } = company
  const project = await testing.act(
    planner,
    createProject,
    projectDraft.parse({ name: 'Concert fictif', kind: 'production' }),
  )
  const projectId = project.id
  const { stages } = await testing.act(planner, addStage, {
    projectId,
    draft: { name: 'Grande scène', siteId: site.id },
  })
  const stageId = stages[0]?.id ?? ''
  const draft = (kind: PhaseDraft['kind'], from: string, until: string, more = {}): PhaseDraft =>
    phaseDraft.parse({ stageId, kind, startsAt: at(from), endsAt: at(until), ...more })
  const add = async (...given: Parameters<typeof draft>): Promise<Production> =>
    await testing.act(planner, addPhase, { projectId, draft: draft(...given) })
  return { ...company, project, projectId, stageId, draft, add }
}
