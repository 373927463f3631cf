// Filters live in the address, so that a view can be shared, reloaded and gone back to.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { z } from 'zod'

/**
 * `const [filters, setFilters] = useAddressState(z.object({ search: z.string().optional() }))`.
 * What does not fit the schema counts as absent; give every field a default or make it optional.
 */
export const useAddressState = <T extends Record<string, unknown>>(
  schema: z.ZodType<T>,
): readonly [T, (changes: Partial<T>) => void] => {
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const value = useMemo(() => {
    const parsed = schema.safeParse(raw)
    return parsed.success ? parsed.data : schema.parse({})
  }, [raw, schema])
  const set = useCallback(
    (changes: Partial<T>) => {
      const next = (was: Record<string, unknown>) =>
        Object.fromEntries(
          Object.entries({ ...was, ...changes }).filter(
            ([, one]) => one !== undefined && one !== '' && one !== null,
          ),
        )
      void navigate({ to: '.', search: next as never, replace: true })
    },
    [navigate],
  )
  return [value, set]
}
