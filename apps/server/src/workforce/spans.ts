// Stretches of time, as milliseconds since 1970. Pure.

export type Span = { readonly startsAt: number; readonly endsAt: number }

export const byStart = (a: Span, b: Span): number => a.startsAt - b.startsAt

/** What two have in common: one stretch, or none. */
export const common = (a: Span, b: Span): Span[] => {
  const span = { startsAt: Math.max(a.startsAt, b.startsAt), endsAt: Math.min(a.endsAt, b.endsAt) }
  return span.startsAt < span.endsAt ? [span] : []
}

/** What is left of a shift: up to two stretches. */
export const without = (shift: Span, away: Span): Span[] =>
  [
    { startsAt: shift.startsAt, endsAt: Math.min(shift.endsAt, away.startsAt) },
    { startsAt: Math.max(shift.startsAt, away.endsAt), endsAt: shift.endsAt },
  ].filter(({ startsAt, endsAt }) => startsAt < endsAt)
