// The life of an assignment and of a run, as pure rules.

import type { Step } from '@regie/contract/field-entries'
import type { AssignmentState } from '@regie/contract/planning'
import type { RunState } from '@regie/contract/planning-runs'

/** States that follow from what the technician tells while working. */
export type WorkState = Extract<AssignmentState, 'en_route' | 'started' | 'paused' | 'finished'>

/** What happens to an assignment. */
export type Act = 'accept' | 'decline' | 'withdraw' | 'move' | Step

const next: Readonly<Record<AssignmentState, Partial<Record<Act, AssignmentState>>>> = {
  offered: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn', move: 'offered' },
  accepted: {
    decline: 'declined',
    withdraw: 'withdrawn',
    // Who said yes to another hour has not said yes to this one.
    move: 'offered',
    en_route: 'en_route',
    started: 'started',
  },
  en_route: { withdraw: 'withdrawn', started: 'started' },
  started: { paused: 'paused', finished: 'finished' },
  paused: { resumed: 'started', finished: 'finished' },
  finished: {},
  declined: {},
  withdrawn: {},
}

/** The state after an act, or undefined when it is not possible now. */
export const after = (state: AssignmentState, act: Act): AssignmentState | undefined =>
  next[state][act]

/** Does it take the technician's time? */
export const isLive = (state: AssignmentState): boolean =>
  state !== 'declined' && state !== 'withdrawn'

/** The technician is on it, or has done it: nobody plans it otherwise any more. */
export const isUnderWay = (state: AssignmentState): boolean =>
  state === 'en_route' || state === 'started' || state === 'paused' || state === 'finished'

/** Runs that are still worked on. */
export const isOpen = (state: RunState): boolean => state === 'queued' || state === 'running'

/** Runs whose proposal may be applied, again or for the first time. */
export const isApplicable = (state: RunState): boolean =>
  state === 'proposed' || state === 'partly_applied' || state === 'applied'

/** Hour of the night run, in the organisation's zone. */
export const NIGHT_HOUR = 2
