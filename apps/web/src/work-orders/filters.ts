// What the list of work orders is filtered by, as the address has it.
import { category } from '@regie/contract/catalog'
import { workOrderStatus } from '@regie/contract/work-orders'
import { z } from 'zod'

export const filterSchema = z.object({
  search: z.string().optional(),
  status: workOrderStatus.optional(),
  category: category.optional(),
  priorityId: z.string().optional(),
  projectId: z.string().optional(),
  siteId: z.string().optional(),
  clientId: z.string().optional(),
  gaps: z.boolean().optional(),
  sort: z.enum(['recent', 'urgent']).optional(),
})
export type WorkOrderFilters = z.infer<typeof filterSchema>
