import { type PlanPlace, SheetPlan } from '../../productions/index.ts'
import { stagePlanUrl } from '../offline/endpoints.ts'
import { useFile } from '../offline/use-file.ts'

/** The plan of a stage from the phone itself once it was taken along. */
export const OwnPlan = ({ projectId, place }: { projectId: string; place: PlanPlace }) => {
  const { key, name, plan } = place
  const taken = useFile(plan.fileId)
  if (taken === undefined) return null
  return (
    <SheetPlan name={name} plan={plan} src={taken ?? stagePlanUrl(projectId, key, plan.fileId)} />
  )
}
