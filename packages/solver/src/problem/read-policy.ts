import type { Fault } from './faults.ts'
import { Inspector } from './faults.ts'
import type { Policy, PolicyInput } from './policy.ts'
import { POLICIES, resolvePolicy } from './policy.ts'

type Raw = Readonly<Record<string, unknown>>

const readSteps = (inspector: Inspector, path: string, value: unknown): void => {
  for (const [at, item] of inspector.list(path, value)) {
    const step = inspector.record(at, item)
    for (const key of ['afterWorkSeconds', 'breakSeconds']) {
      inspector.number(`${at}.${key}`, step[key], { min: 1 })
    }
  }
}

/** Each field must exist in the default and be of its kind. */
const readFields = (inspector: Inspector, path: string, value: unknown, base: Raw): void => {
  for (const [key, field] of Object.entries(inspector.record(path, value))) {
    const at = `${path}.${key}`
    const model = base[key]
    if (field === undefined) continue
    if (model === undefined) inspector.fault(at, `one of ${Object.keys(base).join(', ')}`, key)
    else if (Array.isArray(model)) readSteps(inspector, at, field)
    else if (typeof model === 'boolean') inspector.flag(at, field, false)
    else if (key === 'level') inspector.number(at, field, { min: 0, max: 1 })
    else inspector.number(at, field, { min: 0, integer: false })
  }
}

const readSection = (inspector: Inspector, path: string, value: unknown, base: Raw): void => {
  for (const [key, fields] of Object.entries(inspector.recordOr(path, value))) {
    const model = base[key]
    if (model === undefined) {
      inspector.fault(`${path}.${key}`, `one of ${Object.keys(base).join(', ')}`, key)
    } else if (fields !== undefined) readFields(inspector, `${path}.${key}`, fields, model as Raw)
  }
}

const KNOWN: readonly string[] = ['version', 'name', 'extends', 'rules', 'objectives']

/** Reads a policy, or the name of one that ships. */
export const readPolicy = (inspector: Inspector, value: unknown): Policy => {
  const fallback = resolvePolicy(undefined) as Policy
  const known = inspector.faults.length
  if (typeof value === 'object') {
    const raw = inspector.record('policy', value)
    for (const key of Object.keys(raw)) {
      if (!KNOWN.includes(key)) inspector.fault(`policy.${key}`, KNOWN.join(', '), key)
    }
    if (raw.version !== 1) inspector.fault('policy.version', '1', raw.version)
    if (raw.name !== undefined) inspector.text('policy.name', raw.name)
    if (raw.extends !== undefined && !POLICIES.has(String(raw.extends)))
      inspector.fault('policy.extends', [...POLICIES.keys()].join(', '), raw.extends)
    readSection(inspector, 'policy.rules', raw.rules, fallback.rules as unknown as Raw)
    readSection(
      inspector,
      'policy.objectives',
      raw.objectives,
      fallback.objectives as unknown as Raw,
    )
    if (inspector.faults.length > known) return fallback
  }
  const policy = resolvePolicy(value as PolicyInput | string | undefined)
  if (policy !== undefined) return policy
  inspector.fault('policy', `the name of a policy (${[...POLICIES.keys()].join(', ')})`, value)
  return fallback
}

/** Every fault of a policy that somebody wrote; none: it may be used. */
export const policyFaults = (policy: unknown): readonly Fault[] => {
  const inspector = new Inspector()
  readPolicy(inspector, inspector.record('policy', policy))
  return inspector.faults
}
