// Policies people write: kept by version, checked whole, followed by the runs they were chosen for.
import { expect, test } from 'vitest'
import { plannedCompany } from '../testing/planned-company.ts'
import { member, useWork } from '../testing/work.ts'
import { createPolicy, removePolicy, updatePolicy, updateSettings } from './commands/settings.ts'
import { planNight } from './commands/watch.ts'
import { policyFor } from './engine/policy.ts'
import { pageOfRuns } from './store/runs.ts'
import { ownPolicies, readSettings } from './store/settings.ts'

const testing = useWork({ queue: true })
const { act, read } = testing
const balanced = { version: 1, extends: 'Balanced', objectives: { travel: { perMetre: 0.2 } } }

test('a policy is changed from the version that was read, and the faults of one are told at once', async () => {
  const { planner } = await plannedCompany(testing)
  const made = await act(planner, createPolicy, { name: 'Été', policy: balanced })
  const draft = { name: 'Été', policy: { version: 1, extends: 'Distance' } }
  const first = await act(planner, updatePolicy, { policyId: made.id ?? '', version: 1, draft })
  expect(first).toMatchObject({ version: 2, policy: draft.policy })
  await expect(
    act(planner, updatePolicy, { policyId: made.id ?? '', version: 1, draft }),
  ).rejects.toMatchObject({ code: 'stale_version' })
  const faulty = {
    version: 2,
    name: '',
    extends: 'Fastest',
    rules: { breaks: { steps: [{ afterWorkSeconds: 0 }] }, buffers: { on: 'yes', seconds: -1 } },
    objectives: { travel: { level: 3 } },
  }
  const refusal = await act(planner, createPolicy, { name: 'X', policy: faulty }).catch((e) => e)
  expect(refusal.faults.map(({ path }: { path: string }) => path)).toEqual([
    'body.policy.version',
    'body.policy.name',
    'body.policy.extends',
    'body.policy.rules.breaks.steps[0].afterWorkSeconds',
    'body.policy.rules.breaks.steps[0].breakSeconds',
    'body.policy.rules.buffers.on',
    'body.policy.rules.buffers.seconds',
    'body.policy.objectives.travel.level',
  ])
})

test('names are unique and never those that ship; a policy in use stays', async () => {
  const { planner } = await plannedCompany(testing)
  await expect(
    act(planner, createPolicy, { name: 'Balanced', policy: balanced }),
  ).rejects.toMatchObject({ code: 'already_exists' })
  const made = await act(planner, createPolicy, { name: 'Nuit', policy: balanced })
  await expect(
    act(planner, createPolicy, { name: 'Nuit', policy: balanced }),
  ).rejects.toMatchObject({ code: 'already_exists' })
  const settings = await read(planner, readSettings)
  await act(planner, updateSettings, { ...settings, nightlyPolicy: 'Nuit' })
  await expect(act(planner, removePolicy, { policyId: made.id ?? '' })).rejects.toMatchObject({
    code: 'still_used',
  })
  // Called otherwise, it is still the one that night runs follow.
  await act(planner, updatePolicy, {
    policyId: made.id ?? '',
    version: 1,
    draft: { name: 'Nuit calme', policy: balanced },
  })
  const renamed = await read(planner, readSettings)
  expect(renamed.nightlyPolicy).toBe('Nuit calme')
  await act(planner, updateSettings, { ...renamed, nightlyPolicy: null })
  await act(planner, removePolicy, { policyId: made.id ?? '' })
  expect(await read(planner, ownPolicies)).toEqual([])
  await expect(
    act(planner, updateSettings, {
      ...renamed,
      version: renamed.version + 1,
      newWorkPolicy: 'Nope',
    }),
  ).rejects.toMatchObject({ code: 'not_found' })
})

test('a night run follows the policy chosen for nights; others the usual one', async () => {
  const { planner } = await plannedCompany(testing)
  await act(planner, createPolicy, { name: 'Nuit', policy: balanced })
  const settings = await read(planner, readSettings)
  await act(planner, updateSettings, { ...settings, nightlyPolicy: 'Nuit' })
  const { version } = await read(planner, readSettings)
  await act(planner, updateSettings, {
    ...settings,
    version,
    nightlyPolicy: 'Nuit',
    newWorkPolicy: 'Earliest',
    nightly: true,
  })
  await act(planner, planNight, undefined)
  const { items } = await read(planner, (tx) => pageOfRuns(tx, { limit: 5 }))
  // Tonight is over for who asks by day; whatever runs there are follow the night's policy.
  for (const run of items) expect(run.policy).toBe('Nuit')
  expect((await read(planner, (tx) => policyFor(tx, 'Nuit'))).extends).toBe('Balanced')
  expect((await read(planner, (tx) => policyFor(tx, null))).extends).toBe('DistanceAndSkills')
})

test('a manager reads policies and changes none; another organisation has none of them', async () => {
  const { planner } = await plannedCompany(testing)
  const made = await act(planner, createPolicy, { name: 'Nuit', policy: balanced })
  const manager = member('manager', { organizationId: planner.organizationId })
  expect(await read(manager, ownPolicies)).toHaveLength(1)
  await expect(
    act(manager, createPolicy, { name: 'Jour', policy: balanced }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  const other = await plannedCompany(testing)
  await expect(act(other.planner, removePolicy, { policyId: made.id ?? '' })).rejects.toMatchObject(
    { code: 'not_found' },
  )
})
