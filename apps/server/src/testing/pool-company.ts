// A small company that keeps pools, to make work orders for.
import { clientDraft, siteDraft } from '@regie/contract/clients'
import { type WorkOrder, type WorkOrderDraft, workOrderDraft } from '@regie/contract/work-orders'
import { createPriority } from '../catalog/index.ts'
import { createAsset, createClient, createSite } from '../clients/index.ts'
import { createWorkOrder } from '../work-orders/index.ts'
import { createSkill } from '../workforce/index.ts'
import { member, type TestWork } from './work.ts'

/** Its planner, a client with two sites (one nowhere), and `make`, which adds a work order. */
export async function poolCompany({ act }: Pick<TestWork, 'act'>) {
  const planner = member('planner')
  const client = await act(planner, createClient, clientDraft.parse({ name: 'Mairie fictive' }))
  const site = await act(
    planner,
    createSite,
    siteDraft.parse({
      clientId: client.id,
      name: 'Piscine Éclair',
      position: { latitude: 48.85, longitude: 2.35 },
    }),
  )
  const nowhere = await act(
    planner,
    createSite,
    siteDraft.parse({ clientId: client.id, name: 'Bassin sans adresse' }),
  )
  const asset = await act(planner, createAsset, {
    siteId: site.id,
    externalId: null,
    name: 'Pompe',
    kind: '',
    attributes: {},
    notes: '',
  })
  const skill = await act(planner, createSkill, { code: 'CHIM', name: 'Chimie' })
  const urgent = await act(planner, createPriority, {
    name: 'Urgente',
    rank: 1,
    colour: '#c2410c',
    icon: 'flame',
  })
  const regular = await act(planner, createPriority, {
    name: 'Régulier',
    rank: 3,
    colour: '#2f6fde',
    icon: 'repeat',
  })
  const draft = (more: Partial<WorkOrderDraft> = {}): WorkOrderDraft =>
    workOrderDraft.parse({
      siteId: site.id,
      title: 'Contrôle',
      durationMinutes: 45,
      priorityId: regular.id,
      skills: [{ skillId: skill.id, level: 2 }],
      ...more,
    })
  const make = (more: Partial<WorkOrderDraft> = {}): Promise<WorkOrder> =>
    act(planner, createWorkOrder, draft(more))
  return { planner, client, site, nowhere, asset, skill, urgent, regular, draft, make }
}
