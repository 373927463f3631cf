// What a technician may tell next, from the state the assignment is in.
import type { Step } from '@regie/contract/field-entries'
import type { FieldAssignment } from '@regie/contract/fieldwork'
import type { AssignmentState } from '@regie/contract/planning'

type Offer = { readonly main: Step; readonly other: Step | null }

const offers: Readonly<Record<AssignmentState, Offer | null>> = {
  offered: null,
  declined: null,
  withdrawn: null,
  // Taken up again: the next day, or because it was finished by mistake.
  finished: { main: 'resumed', other: null },
  accepted: { main: 'en_route', other: 'started' },
  en_route: { main: 'started', other: null },
  started: { main: 'finished', other: 'paused' },
  paused: { main: 'resumed', other: 'finished' },
}

/** The one large button, and the lesser one beside it. Null: nothing to tell in this state. */
export const nextSteps = (state: AssignmentState): Offer | null => offers[state]

export const isUnderWay = (state: AssignmentState): boolean =>
  state === 'en_route' || state === 'started' || state === 'paused'

/** Minutes since it should have begun (not begun yet) or ended (under way); 0 when in time. Derived, never stored. */
export const minutesLate = (
  stop: Pick<FieldAssignment, 'state' | 'startsAt' | 'endsAt'>,
  now: number,
): number => {
  const due = isUnderWay(stop.state) && stop.state !== 'en_route' ? stop.endsAt : stop.startsAt
  const waits = stop.state === 'accepted' || stop.state === 'offered' || isUnderWay(stop.state)
  return waits ? Math.max(0, Math.floor((now - Date.parse(due)) / 60_000)) : 0
}

type Stop = Pick<FieldAssignment, 'state'>

export type Day<S> = {
  readonly toAnswer: readonly S[]
  /** What to do now: under way, else the first that was accepted. */
  readonly now: S | null
  readonly next: readonly S[]
  readonly done: readonly S[]
  readonly declined: readonly S[]
}

/** Sorts one day's stops by what they ask of the technician. */
export function sortDay<S extends Stop>(stops: readonly S[]): Day<S> {
  const by = (...states: AssignmentState[]) => stops.filter(({ state }) => states.includes(state))
  const ahead = by('accepted')
  const now = stops.find(({ state }) => isUnderWay(state)) ?? ahead[0] ?? null
  return {
    now,
    toAnswer: by('offered'),
    next: [...by('en_route', 'started', 'paused'), ...ahead].filter((stop) => stop !== now),
    done: by('finished'),
    declined: by('declined'),
  }
}
