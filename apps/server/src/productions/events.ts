import { callSheetEvents } from '@regie/contract/call-sheets'
import { reviewEvents } from '@regie/contract/production-reviews'
import { stagePlanEvents } from '@regie/contract/production-stage-plans'
import { productionEvents } from '@regie/contract/productions'
import { publish } from '../platform/events.ts'

const seenBy = 'productions.read'
const { call_sheets_published, ...sheetEvents } = callSheetEvents
const shows = publish({ ...productionEvents, ...stagePlanEvents, ...sheetEvents }, { seenBy })
/** Chiefs hear of it on their phones; so do those whose call sheet is another. */
const technicians = ({ technicianIds }: { technicianIds?: unknown }) =>
  technicianIds as readonly string[]
const phones = publish({ ...reviewEvents, call_sheets_published }, { seenBy, technicians })

export const happened = { ...shows.make, ...phones.make }
export const kinds = [...shows.kinds, ...phones.kinds]
