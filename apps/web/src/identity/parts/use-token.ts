import { useSearch } from '@tanstack/react-router'

/** The secret of a letter's link, `?token=…`; null when the link was cut. */
export const useToken = (): string | null => {
  const { token } = useSearch({ strict: false }) as { token?: unknown }
  // The router reads a token of digits alone as a number.
  return typeof token === 'string' || typeof token === 'number' ? String(token) : null
}
