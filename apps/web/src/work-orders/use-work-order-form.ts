// The form of a work order, and how a template fills it in.
import { getTemplate } from '@regie/contract/catalog'
import { type WorkOrder, workOrderAsked } from '@regie/contract/work-orders'
import type { z } from 'zod'
import { call } from '../lib/call.ts'
import { type FormOf, useForm } from '../ui/form.tsx'
import { showProblem } from '../ui/toast-queue.ts'

export type WorkOrderInput = z.input<typeof workOrderAsked>
export type WorkOrderOutput = z.output<typeof workOrderAsked>
export type WorkOrderFormOf = FormOf<WorkOrderInput, WorkOrderOutput>

const empty: WorkOrderInput = {
  siteId: '',
  title: '',
  category: 'one_off',
  assetIds: [],
  windows: [],
  skills: [],
  certificationKindIds: [],
  positions: [],
  dependencies: [],
  requiredProducts: [],
  equipment: [],
  contact: {},
}

export const useWorkOrderForm = (given: WorkOrder | Partial<WorkOrderInput>): WorkOrderFormOf =>
  useForm(workOrderAsked, { ...empty, ...given })

/** Takes over what the template knows; the title only where none was typed. */
export const fillFromTemplate = async (
  form: WorkOrderFormOf,
  templateId: string,
): Promise<void> => {
  try {
    const template = await call(getTemplate, { params: { templateId } })
    const dirty = { shouldDirty: true, shouldValidate: form.formState.isSubmitted }
    if (!form.getValues('title')) form.setValue('title', template.name, dirty)
    form.setValue('description', template.instructions, dirty)
    form.setValue('nature', template.nature, dirty)
    form.setValue('category', template.category, dirty)
    form.setValue('priorityId', template.priorityId, dirty)
    form.setValue('durationMinutes', template.durationMinutes, dirty)
    form.setValue('skills', template.skills, dirty)
    form.setValue('certificationKindIds', template.certificationKindIds, dirty)
    // Seats that exist may be taken: a template does not empty them.
    const hasSeats = form.getValues('positions')?.some((one) => one.positionIds?.length)
    if (!hasSeats) form.setValue('positions', template.positions, dirty)
    form.setValue('requiredProducts', template.requiredProducts, dirty)
    form.setValue('equipment', template.equipment, dirty)
  } catch (error) {
    showProblem(error)
  }
}
