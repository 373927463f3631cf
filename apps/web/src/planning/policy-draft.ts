// A policy while somebody edits it: what differs from the policy it builds on, and nothing else.
import { type Policy, type PolicyInput, resolvePolicy } from '@regie/solver'

export type Section = 'rules' | 'objectives'
/** What the form shows of a rule or a goal. */
export type Fields = Readonly<Record<string, unknown>>
export type Step = { readonly afterWorkSeconds: number; readonly breakSeconds: number }

const DEFAULT = 'DistanceAndSkills'

/** The policy that `extends` names, or the one that ships as the usual. */
export const baseOf = (policy: PolicyInput): Policy =>
  resolvePolicy(policy.extends ?? DEFAULT) ?? (resolvePolicy(undefined) as Policy)

export const wholeOf = (policy: PolicyInput): Policy => resolvePolicy(policy) ?? baseOf(policy)

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const sectionOf = (policy: { readonly [K in Section]?: unknown }, section: Section) =>
  (policy[section] ?? {}) as Readonly<Record<string, Fields>>

export const fieldsOf = (policy: PolicyInput, section: Section, name: string): Fields =>
  sectionOf(wholeOf(policy), section)[name] ?? {}

/** Does a rule or a goal say something else than the policy it builds on? */
export const isOwn = (policy: PolicyInput, section: Section, name: string): boolean =>
  !same(fieldsOf(policy, section, name), sectionOf(baseOf(policy), section)[name])

/** One field changed; what is as in the base is left out again. */
export const withField = (
  policy: PolicyInput,
  [section, name, key]: readonly [Section, string, string],
  value: unknown,
): PolicyInput => {
  const base = sectionOf(baseOf(policy), section)[name] ?? {}
  const own = { ...(sectionOf(policy, section)[name] ?? {}), [key]: value }
  const differing = Object.fromEntries(
    Object.entries(own).filter(([field, now]) => !same(now, base[field])),
  )
  const { [name]: _, ...others } = sectionOf(policy, section)
  const changed =
    Object.keys(differing).length > 0 ? { ...others, [name]: differing } : { ...others }
  const { [section]: __, ...rest } = policy
  return (Object.keys(changed).length > 0 ? { ...rest, [section]: changed } : rest) as PolicyInput
}

/** The policy it builds on, with nothing changed. */
export const reset = (policy: PolicyInput): PolicyInput => ({
  version: 1,
  extends: baseOf(policy).name,
})

/** How a number is shown: times as minutes or hours. */
export const scaleOf = (
  key: string,
): { readonly factor: number; readonly unit: 'min' | 'h' | '' } => {
  if (key === 'maxSeconds' || key === 'minSeconds') return { factor: 3600, unit: 'h' }
  if (/seconds$/i.test(key)) return { factor: 60, unit: 'min' }
  return { factor: 1, unit: '' }
}

/** A text as a policy, or why it is none. */
export const parsePolicy = (
  text: string,
): { readonly policy?: unknown; readonly error?: string } => {
  try {
    return { policy: JSON.parse(text) as unknown }
  } catch (error) {
    return { error: (error as Error).message }
  }
}
