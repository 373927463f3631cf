// Server state of equipment: what there is, bookings, and how both stand against the plan.
import {
  archiveEquipment,
  createBooking,
  createEquipment,
  equipmentEvents,
  listEquipment,
  removeBooking,
  updateBooking,
  updateEquipment,
} from '@regie/contract/equipment'
import { getProblem } from '@regie/contract/planning'
import { getEquipmentOfWork, getEquipmentPlan } from '@regie/contract/planning-equipment'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useRead } from '../lib/server-state.tsx'

refreshOn(Object.keys(equipmentEvents), [
  listEquipment,
  getEquipmentPlan,
  getEquipmentOfWork,
  getProblem,
])
refreshOn(
  [
    ...['assignment_created', 'assignment_moved', 'assignment_removed', 'assignment_declined'],
    ...['run_applied', 'work_order_changed', 'work_order_moved'],
  ],
  [getEquipmentPlan, getEquipmentOfWork],
)

export const useEquipment = (archived: boolean) =>
  useRead(listEquipment, { query: { archived: String(archived) } })

export const useEquipmentPlan = (span: { readonly from: string; readonly until: string }) =>
  useRead(getEquipmentPlan, { query: span }, { keepPrevious: true })

export const useEquipmentOfWork = (workOrderId: string) =>
  useRead(getEquipmentOfWork, { params: { workOrderId } })

const items = [listEquipment, getEquipmentPlan]
export const useCreateEquipment = () => useAct(createEquipment, { invalidates: items })
export const useUpdateEquipment = () => useAct(updateEquipment, { invalidates: items })
export const useArchiveEquipment = () => useAct(archiveEquipment, { invalidates: items })

const plans = [getEquipmentPlan, getEquipmentOfWork, getProblem]
export const useCreateBooking = () => useAct(createBooking, { invalidates: plans })
export const useUpdateBooking = () => useAct(updateBooking, { invalidates: plans })
export const useRemoveBooking = () => useAct(removeBooking, { invalidates: plans })
