// Where the picture of a plan lies, and the order to throw it away.
import type { Id } from '@regie/contract/kernel'
import { z } from 'zod'

export const planKey = (organizationId: Id, fileId: Id): string =>
  `productions/${organizationId}/${fileId}`

/** Once no plan is made of it any more; whether a call sheet still shows it is asked when it is done. */
export const dropPlanFileOrder = {
  name: 'productions.drop-plan-file',
  payload: z.object({ fileId: z.uuid() }),
}
