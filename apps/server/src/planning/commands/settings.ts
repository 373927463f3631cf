// How an organisation plans, and the policies it wrote itself.
import type { Id } from '@regie/contract/kernel'
import type { PlanningPolicy, PlanningSettings } from '@regie/contract/planning-runs'
import { POLICIES } from '@regie/solver'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found, uniqueBy } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { expectPolicy, policyFor } from '../engine/policy.ts'
import { happened } from '../events.ts'
import { dateAt, hourAt } from '../local-days.ts'
import { NIGHT_HOUR } from '../model.ts'
import { claimNight } from '../store/runs.ts'
import {
  deletePolicy,
  findPolicy,
  findPolicyByName,
  insertPolicy,
  readSettings,
  renameInSettings,
  savePolicy,
  saveSettings,
} from '../store/settings.ts'

const configure = { permission: 'planning.configure' } as const

/** The policies that runs follow, by name. */
const policiesIn = ({
  policy,
  nightlyPolicy,
  newWorkPolicy,
}: PlanningSettings): readonly string[] =>
  [policy, nightlyPolicy, newWorkPolicy].filter((name) => name !== null)

export const updateSettings = command(
  'planning.update-settings',
  configure,
  async (tx, settings: PlanningSettings): Promise<PlanningSettings> => {
    for (const name of policiesIn(settings)) await policyFor(tx, name)
    const before = await readSettings(tx)
    const saved = before.version === settings.version && (await saveSettings(tx, settings))
    expectCurrent(saved, before)
    const now = await readSettings(tx)
    if (now.nightly && !before.nightly) await skipThisNight(tx)
    tx.emit(happened.planning_settings_changed({ settings: now }))
    return now
  },
)

/** Who asks for night runs in the afternoon wants the first one tonight, not at once. */
async function skipThisNight(tx: Tx): Promise<void> {
  const now = Date.parse(tx.now())
  const { timeZone } = tx.actor
  if (hourAt(now, timeZone) >= NIGHT_HOUR) await claimNight(tx, dateAt(now, timeZone), tx.newId())
}

type Draft = Pick<PlanningPolicy, 'name' | 'policy'>

/** A name is free when neither a policy that ships nor another of the organisation's has it. */
async function expectFreeName(tx: Tx, name: string, self: Id | null): Promise<void> {
  if (POLICIES.has(name)) throw fail('already_exists', { what: name, field: 'name' })
  const find = async (wanted: string) => {
    const other = await findPolicyByName(tx, wanted)
    return other?.id ? { id: other.id } : undefined
  }
  await uniqueBy(name, find, self, 'name')
}

export const createPolicy = command(
  'planning.create-policy',
  configure,
  async (tx, draft: Draft): Promise<PlanningPolicy> => {
    expectPolicy(draft.policy)
    await expectFreeName(tx, draft.name, null)
    const policyId = tx.newId()
    await insertPolicy(tx, policyId, draft)
    tx.emit(happened.planning_policies_changed({ policyId, name: draft.name }))
    return found(await findPolicy(tx, policyId), 'policy')
  },
)

export const updatePolicy = command(
  'planning.update-policy',
  configure,
  async (
    tx,
    { policyId, version, draft }: { policyId: Id; version: number; draft: Draft },
  ): Promise<PlanningPolicy> => {
    const before = found(await findPolicy(tx, policyId), 'policy')
    expectPolicy(draft.policy)
    await expectFreeName(tx, draft.name, policyId)
    expectCurrent(await savePolicy(tx, policyId, version, draft), before)
    if (draft.name !== before.name) await renameInSettings(tx, before.name, draft.name)
    tx.emit(happened.planning_policies_changed({ policyId, name: draft.name }))
    return found(await findPolicy(tx, policyId), 'policy')
  },
)

export const removePolicy = command(
  'planning.remove-policy',
  configure,
  async (tx, { policyId }: { policyId: Id }): Promise<undefined> => {
    const policy = found(await findPolicy(tx, policyId), 'policy')
    if (policiesIn(await readSettings(tx)).includes(policy.name))
      throw fail('still_used', { what: policy.name, by: 'planning settings' })
    await deletePolicy(tx, policyId)
    tx.emit(happened.planning_policies_changed({ policyId, name: policy.name }))
  },
)
