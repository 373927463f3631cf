// Where an item of the inbox leads: the phone and the office show the same thing on different screens.
import type { InboxTarget } from '@regie/contract/notifications'

export const isField = (): boolean => document.documentElement.dataset.surface === 'field'

const fieldPlaces = {
  assignment: (id: string | null) => `/assignment/${id}`,
  shift: () => '/inbox/shift',
  visit: () => null,
  offer: () => '/relief',
  relief: () => null,
  contract: () => null,
  poll: () => '/availability',
  call_sheet: (id: string | null) => (id ? `/call-sheet/${id}` : null),
  review: (id: string | null) => (id ? `/reviews/${id}` : '/reviews'),
} as const satisfies Record<InboxTarget['kind'], (id: string | null) => string | null>

const officePlaces = {
  assignment: () => '/planning',
  shift: () => null,
  visit: (id: string | null) => (id ? `/work-orders/${id}` : '/clients-word'),
  offer: () => null,
  relief: (id: string | null) => (id ? `/relief?request=${id}` : '/relief'),
  contract: (id: string | null) => (id ? `/contracts/${id}` : '/contracts'),
  poll: (id: string | null) => (id ? `/availability/${id}` : '/availability'),
  call_sheet: (id: string | null) => (id ? `/projects/${id}/call-sheets` : null),
  review: (id: string | null) => (id ? `/projects/${id}/review` : null),
} as const satisfies Record<InboxTarget['kind'], (id: string | null) => string | null>

/** Null: there is nothing to open from here. */
export const placeOf = (target: InboxTarget | null): string | null =>
  target && (isField() ? fieldPlaces : officePlaces)[target.kind](target.id)
