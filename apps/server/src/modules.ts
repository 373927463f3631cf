// THE list of the house. Its order is the floor plan: a module may use those before it, never those behind.
import { catalog } from './catalog/index.ts'
import { clients } from './clients/index.ts'
import { demo } from './demo/index.ts'
import { equipment } from './equipment/index.ts'
import { fieldwork } from './fieldwork/index.ts'
import { identity } from './identity/index.ts'
import { integrations } from './integrations/index.ts'
import { notifications } from './notifications/index.ts'
import { planning } from './planning/index.ts'
import type { Module } from './platform/module.ts'
import { polls } from './polls/index.ts'
import { portal } from './portal/index.ts'
import { productions } from './productions/index.ts'
import { relief } from './relief/index.ts'
import { reports } from './reports/index.ts'
import { whereabouts } from './whereabouts/index.ts'
import { workOrders } from './work-orders/index.ts'
import { workforce } from './workforce/index.ts'

export const modules: readonly Module[] = [
  identity,
  clients,
  workforce,
  equipment,
  catalog,
  workOrders,
  planning,
  productions,
  polls,
  fieldwork,
  whereabouts,
  relief,
  reports,
  notifications,
  integrations,
  portal,
  demo,
]
