// A picture for each sort of equipment, so that a long list is read at a glance.
import type { EquipmentKind } from '@regie/contract/equipment'
import { Forklift, Hammer, type LucideIcon, Package, Speaker, Truck } from 'lucide-react'

export const kindIcons: Readonly<Record<EquipmentKind, LucideIcon>> = {
  vehicle: Truck,
  lifting: Forklift,
  stage: Speaker,
  tool: Hammer,
  other: Package,
}
