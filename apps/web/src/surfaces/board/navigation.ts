// The planner's left navigation. A new entry: one line here, one word in words.ts.
import {
  ArrowLeftRight,
  BellRing,
  Boxes,
  BuildingComplex,
  CalendarCheck,
  CalendarRange,
  ChartColumn,
  ClipboardList,
  FileCheckCorner,
  FilePenLine,
  FileUp,
  FolderKanban,
  HardHat,
  Inbox,
  type LucideIcon,
  MapPin,
  MessageCircleReply,
  RotateCcwClock,
  Scale,
  Settings,
  Shuffle,
  SlidersHorizontal,
  Timer,
  Truck,
  UsersRound,
} from 'lucide-react'
import type { boardWords } from './words.ts'

export type NavigationEntry = {
  readonly to: string
  readonly word: keyof (typeof boardWords)['fr']['navigation']
  readonly icon: LucideIcon
  readonly permission: string | null
}

/** What is planned, what it is planned with, and the house itself. */
export const navigation: readonly (readonly NavigationEntry[])[] = [
  [
    { to: '/planning', word: 'planning', icon: CalendarRange, permission: 'planning.read' },
    { to: '/work-orders', word: 'workOrders', icon: ClipboardList, permission: 'work-orders.read' },
    { to: '/relief', word: 'relief', icon: ArrowLeftRight, permission: 'relief.read' },
    { to: '/reports', word: 'reports', icon: FileCheckCorner, permission: 'reports.read' },
    { to: '/field-work', word: 'fieldWork', icon: Inbox, permission: 'fieldwork.read' },
    { to: '/hours', word: 'hours', icon: Timer, permission: 'fieldwork.results' },
    { to: '/projects', word: 'projects', icon: FolderKanban, permission: 'work-orders.read' },
    { to: '/contracts', word: 'contracts', icon: FilePenLine, permission: 'work-orders.read' },
    { to: '/planning/campaigns', word: 'campaigns', icon: Shuffle, permission: 'planning.write' },
    { to: '/planning/load', word: 'load', icon: ChartColumn, permission: 'planning.read' },
  ],
  [
    { to: '/clients', word: 'clients', icon: BuildingComplex, permission: 'clients.read' },
    {
      to: '/clients-word',
      word: 'clientsWord',
      icon: MessageCircleReply,
      permission: 'portal.read',
    },
    { to: '/sites', word: 'sites', icon: MapPin, permission: 'clients.read' },
    { to: '/technicians', word: 'technicians', icon: HardHat, permission: 'workforce.read' },
    { to: '/equipment', word: 'equipment', icon: Truck, permission: 'equipment.read' },
    { to: '/availability', word: 'availability', icon: CalendarCheck, permission: 'polls.read' },
    { to: '/catalog', word: 'catalog', icon: Boxes, permission: 'catalog.read' },
    { to: '/imports', word: 'imports', icon: FileUp, permission: 'integrations.import' },
  ],
  [
    { to: '/planning/rules', word: 'placementRules', icon: Scale, permission: 'planning.read' },
    {
      to: '/planning/policies',
      word: 'policies',
      icon: SlidersHorizontal,
      permission: 'planning.read',
    },
    {
      to: '/notifications',
      word: 'notifications',
      icon: BellRing,
      permission: 'notifications.read',
    },
    { to: '/team', word: 'team', icon: UsersRound, permission: 'identity.read-members' },
    { to: '/audit', word: 'audit', icon: RotateCcwClock, permission: 'identity.read-audit' },
    { to: '/settings', word: 'settings', icon: Settings, permission: 'identity.read-members' },
  ],
]
