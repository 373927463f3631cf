import { siteDraft } from '@regie/contract/clients'
import type { Id } from '@regie/contract/kernel'
import { phaseDraft } from '@regie/contract/productions'
import { projectDraft } from '@regie/contract/work-orders'
import { expect, test } from 'vitest'
import { createSite } from '../clients/index.ts'
import { plannedCompany } from '../testing/planned-company.ts'
import { useWork } from '../testing/work.ts'
import { createProject } from '../work-orders/index.ts'
import { addPhase } from './commands/phases.ts'
import { addStage } from './commands/stages.ts'
import { getTour } from './queries/tour.ts'

const testWork = useWork()
const { act, read } = testWork

test('a tour tells the way between its dates, and where the time between is too short', async () => {
  const { planner, client } = await plannedCompany(testWork)
  const { id: projectId } = await act(
    planner,
    createProject,
    projectDraft.parse({ name: 'Tournée fictive', kind: 'production' }),
  )
  const stageAt = async (name: string, latitude: number, longitude: number): Promise<Id> => {
    const site = await act(
      planner,
      createSite,
      siteDraft.parse({
        ...{ clientId: client.id, name, position: { latitude, longitude } },
        address: { line: '1 rue', postcode: '44000', city: name, country: 'FR' },
      }),
    )
    const { stages } = await act(planner, addStage, { projectId, draft: { name, siteId: site.id } })
    return stages.find((one) => one.name === name)?.id ?? ''
  }
  const nantes = await stageAt('Nantes', 47.22, -1.55)
  const rennes = await stageAt('Rennes', 48.11, -1.68)
  const brest = await stageAt('Brest', 48.39, -4.49)
  const play = (stageId: Id, startsAt: string, endsAt: string) =>
    act(planner, addPhase, {
      projectId,
      draft: phaseDraft.parse({ stageId, kind: 'show', startsAt, endsAt }),
    })
  await play(nantes, '2026-11-23T08:00:00Z', '2026-11-23T12:00:00Z')
  await play(nantes, '2026-11-23T19:00:00Z', '2026-11-24T01:00:00Z')
  await play(rennes, '2026-11-24T08:00:00Z', '2026-11-25T00:00:00Z')
  await play(brest, '2026-11-25T01:00:00Z', '2026-11-25T12:00:00Z')
  const { legs } = await read(planner, (tx) => getTour(tx, projectId))
  expect(legs.map(({ from, to }) => [from.city, to.city])).toEqual([
    ['Nantes', 'Rennes'],
    ['Rennes', 'Brest'],
  ])
  const [first, second] = legs
  expect(first).toMatchObject({
    leavesAt: '2026-11-24T01:00:00.000Z',
    arrivesBy: '2026-11-24T08:00:00.000Z',
    estimated: true,
    shortMinutes: null,
  })
  expect(first?.travelMetres).toBeGreaterThan(95_000)
  expect(second?.shortMinutes).toBeGreaterThan(60)
  // A second place at the same time is another stage of a festival, not another date.
  await play(brest, '2026-11-24T09:00:00Z', '2026-11-24T23:00:00Z')
  const festival = await read(planner, (tx) => getTour(tx, projectId))
  expect(festival.legs.map(({ from, to }) => [from.city, to.city])).toEqual([['Nantes', 'Rennes']])
})
