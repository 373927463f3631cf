import { POLICIES, resolvePolicy } from './policy.ts'

type Json = Readonly<Record<string, unknown>>

const closed = (properties: Json, required: readonly string[] = []): Json => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...(required.length > 0 && { required }),
})

const seconds: Json = { type: 'integer', minimum: 1 }

/** What a field may hold, read from its value in the default policy: the validation does the same. */
const fieldSchema = (key: string, value: unknown): Json => {
  if (typeof value === 'boolean') return { type: 'boolean', default: value }
  if (Array.isArray(value)) {
    const step = { afterWorkSeconds: seconds, breakSeconds: seconds }
    return { type: 'array', items: closed(step, Object.keys(step)), default: value }
  }
  if (key === 'level') return { type: 'integer', enum: [0, 1], default: value }
  return { type: 'number', minimum: 0, default: value }
}

const sectionSchema = (section: object): Json =>
  closed(
    Object.fromEntries(
      Object.entries(section).map(([name, fields]) => [
        name,
        closed(
          Object.fromEntries(
            Object.entries(fields as object).map(([key, value]) => [key, fieldSchema(key, value)]),
          ),
        ),
      ]),
    ),
  )

/**
 * The JSON Schema (2020-12) of a policy, version 1, made from the default policy: what is absent
 * in a policy comes from `extends`, else from `DistanceAndSkills`, whose values stand as defaults.
 */
export const policySchema = (): Json => {
  const base = resolvePolicy(undefined)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Planning policy',
    description:
      'Which rules bind, with which numbers, and what a good plan is. Times in seconds, distances in metres, prices in points. Goals of level 1 come before those of level 0; weights add up within a level.',
    ...closed(
      {
        version: { const: 1 },
        name: { type: 'string', minLength: 1, maxLength: 60 },
        extends: { enum: [...POLICIES.keys()], default: 'DistanceAndSkills' },
        rules: sectionSchema(base?.rules ?? {}),
        objectives: sectionSchema(base?.objectives ?? {}),
      },
      ['version'],
    ),
  }
}
