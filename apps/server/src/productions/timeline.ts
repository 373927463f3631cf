// Hours of phases and of those who sit on them. Pure.
import type { Instant } from '@regie/contract/kernel'

type Hours = { readonly startsAt: Instant; readonly endsAt: Instant }
type Span = { readonly from: number; readonly until: number }

const span = ({ startsAt, endsAt }: Hours): Span => ({
  from: Date.parse(startsAt),
  until: Date.parse(endsAt),
})
const hours = ({ from, until }: Span): Hours => ({
  startsAt: new Date(from).toISOString(),
  endsAt: new Date(until).toISOString(),
})

const isWithin = (inner: Span, outer: Span): boolean =>
  inner.from >= outer.from && inner.until <= outer.until

/**
 * What the hours of a seat become when its phase goes from `before` to `after`: moved as it is moved; where the phase
 * grows or shrinks, edges that lay on its own stay on them, and others stay as they are as far as they fit. Who had been
 * left behind is not moved when the phase comes back to them.
 */
export function hoursAlong(seat: Hours, before: Hours, after: Hours): Hours {
  const [own, old, next] = [span(seat), span(before), span(after)]
  if (!isWithin(own, old) && isWithin(own, next)) return seat
  const by = next.from - old.from
  if (next.until - next.from === old.until - old.from)
    return hours({ from: own.from + by, until: own.until + by })
  const within = (at: number) => Math.min(Math.max(at, next.from), next.until)
  const from = own.from === old.from ? next.from : within(own.from)
  const until = own.until === old.until ? next.until : within(own.until)
  return hours(from < until ? { from, until } : next)
}
