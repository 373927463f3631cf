// Choosing the labour rules a production is worked under.
import type { Id } from '@regie/contract/kernel'
import type { AgreementKey, LabourRules, ProductionLabour } from '@regie/contract/labour-rules'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command } from '../../platform/work.ts'
import { findProject } from '../../work-orders/index.ts'
import { happened } from '../events.ts'
import { getLabour } from '../queries/labour.ts'
import { readLabourRules, saveLabourRules } from '../store/labour-rules.ts'

type Choice = {
  projectId: Id
  version: number
  chosen: { agreement: AgreementKey; rules: LabourRules } | null
}

export const setLabour = command(
  'planning.set-labour-rules',
  { permission: 'planning.configure' },
  async (tx, { projectId, version, chosen }: Choice): Promise<ProductionLabour> => {
    found(await findProject(tx, projectId), 'project')
    const before = await readLabourRules(tx, projectId)
    const wanted = { version, agreement: chosen?.agreement ?? null, rules: chosen?.rules ?? null }
    expectCurrent(before.version === version && (await saveLabourRules(tx, projectId, wanted)), {
      ...before,
      breaches: [],
    })
    tx.emit(happened.labour_rules_changed({ projectId, agreement: wanted.agreement }))
    return await getLabour(tx, projectId)
  },
)
