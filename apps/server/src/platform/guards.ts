// The three refusals nearly every command needs.
import type { Id } from '@regie/contract/kernel'
import { fail } from './errors.ts'

/** The row, or 404: also when it belongs to another organisation, whose existence is nobody's business. */
export function found<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw fail('not_found', { what })
  return row
}

/** 412 with the present state when the row had moved on before the change. */
export function expectCurrent<T>(saved: boolean, current: T): void {
  if (!saved) throw fail('stale_version', { current })
}

/** 409 when another row than `self` already has this identifier. */
export async function uniqueBy(
  value: string | null,
  find: (value: string) => Promise<{ id: Id } | undefined>,
  self: Id | null,
  field: string,
): Promise<void> {
  const other = value === null ? undefined : await find(value)
  if (other && other.id !== self) throw fail('already_exists', { what: value, field })
}
