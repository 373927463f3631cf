// What the palette finds beside screens: clients, sites, work orders, projects and technicians, by what is typed.
import { listClients, listSites } from '@regie/contract/clients'
import { listProjects, listWorkOrders } from '@regie/contract/work-orders'
import { listTechnicians } from '@regie/contract/workforce'
import { useNavigate } from '@tanstack/react-router'
import {
  Building2,
  ClipboardList,
  FolderKanban,
  HardHat,
  type LucideIcon,
  MapPin,
} from 'lucide-react'
import { call } from '../../lib/call.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import type { PaletteEntry } from '../../ui/offered-entries.ts'
import { boardWords } from './words.ts'

const AT_MOST = 4
const AT_LEAST_TYPED = 2

type Found = { readonly to: string; readonly label: string; readonly detail: string }
type Source = {
  readonly kind: keyof (typeof boardWords)['fr']['kinds']
  readonly icon: LucideIcon
  readonly permission: string
  readonly find: (search: string, signal: AbortSignal) => Promise<readonly Found[]>
}

const sources: readonly Source[] = [
  {
    kind: 'client',
    icon: Building2,
    permission: 'clients.read',
    find: async (search, signal) => {
      const { items } = await call(listClients, { query: { search, limit: AT_MOST } }, { signal })
      return items.map(({ id, name }) => ({ to: `/clients/${id}`, label: name, detail: '' }))
    },
  },
  {
    kind: 'site',
    icon: MapPin,
    permission: 'clients.read',
    find: async (search, signal) => {
      const { items } = await call(listSites, { query: { search, limit: AT_MOST } }, { signal })
      return items.map(({ id, name, address }) => ({
        to: `/sites/${id}`,
        label: name,
        detail: [address.postcode, address.city].filter(Boolean).join(' '),
      }))
    },
  },
  {
    kind: 'workOrder',
    icon: ClipboardList,
    permission: 'work-orders.read',
    find: async (search, signal) => {
      const { items } = await call(
        listWorkOrders,
        { query: { search, limit: AT_MOST } },
        { signal },
      )
      return items.map(({ id, reference, title }) => ({
        to: `/work-orders/${id}`,
        label: title,
        detail: reference,
      }))
    },
  },
  {
    kind: 'technician',
    icon: HardHat,
    permission: 'workforce.read',
    find: async (search, signal) => {
      const { items } = await call(
        listTechnicians,
        { query: { search, limit: AT_MOST } },
        { signal },
      )
      return items.map(({ id, name, team }) => ({
        to: `/technicians/${id}`,
        label: name,
        detail: team,
      }))
    },
  },
  {
    kind: 'project',
    icon: FolderKanban,
    permission: 'work-orders.read',
    find: async (search, signal) => {
      const { items } = await call(listProjects, { query: { search, limit: AT_MOST } }, { signal })
      return items.map(({ id, name, code }) => ({
        to: `/projects/${id}`,
        label: name,
        detail: code,
      }))
    },
  },
]

export const useThingSearch = () => {
  const can = useCan()
  const navigate = useNavigate()
  const { kinds } = useWords(boardWords)
  return async (search: string, signal: AbortSignal): Promise<readonly PaletteEntry[]> => {
    if (search.length < AT_LEAST_TYPED) return []
    const found = await Promise.all(
      sources
        .filter(({ permission }) => can(permission))
        .map(async ({ kind, icon, find }) =>
          (await find(search, signal)).map(({ to, label, detail }) => ({
            id: to,
            label,
            detail,
            kind: kinds[kind],
            icon,
            run: () => void navigate({ to }),
          })),
        ),
    )
    return found.flat()
  }
}
