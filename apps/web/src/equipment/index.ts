// The front door of equipment: its screen, and the parts in which work says what it needs.
import { type Screen, screen } from '../lib/screen.ts'

export { useEquipment } from './api.ts'
export { EquipmentCard } from './parts/equipment-card.tsx'
export { NeedsCard } from './parts/needs-card.tsx'
export { NeedsField } from './parts/needs-field.tsx'

export const equipmentScreens: readonly Screen[] = [
  screen('/equipment', () => import('./screens/equipment.tsx'), 'Equipment', 'equipment.read'),
]
