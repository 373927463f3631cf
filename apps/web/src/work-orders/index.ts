// The front door of work orders: their screens and those of projects.
import { type Screen, screen } from '../lib/screen.ts'

export { ProjectField } from './parts/project-field.tsx'

const edit = () => import('./screens/work-order-edit.tsx')
const series = () => import('./screens/series-edit.tsx')
const reads = 'work-orders.read'
const writes = 'work-orders.write'

export const workOrderScreens: readonly Screen[] = [
  screen('/work-orders', () => import('./screens/work-order-list.tsx'), 'WorkOrderList', reads),
  screen('/work-orders/new', edit, 'WorkOrderNew', 'work-orders.write'),
  screen(
    '/work-orders/$workOrderId',
    () => import('./screens/work-order-detail.tsx'),
    'WorkOrderDetail',
    reads,
  ),
  screen('/work-orders/$workOrderId/edit', edit, 'WorkOrderEdit', 'work-orders.write'),
  screen('/projects', () => import('./screens/project-list.tsx'), 'ProjectList', reads),
  screen(
    '/projects/$projectId',
    () => import('./screens/project-detail.tsx'),
    'ProjectDetail',
    reads,
  ),
  screen('/contracts', () => import('./screens/contract-list.tsx'), 'ContractList', reads),
  screen(
    '/contracts/$contractId',
    () => import('./screens/contract-detail.tsx'),
    'ContractDetail',
    reads,
  ),
  screen('/contracts/$contractId/series/new', series, 'SeriesNew', writes),
  screen('/series/$seriesId', () => import('./screens/series-detail.tsx'), 'SeriesDetail', reads),
  screen('/series/$seriesId/edit', series, 'SeriesEdit', writes),
]
