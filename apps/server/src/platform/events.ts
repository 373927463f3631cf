// Facts in the past tense. A command emits them; the outbox keeps them; everything else reacts.
import type { Id } from '@regie/contract/kernel'
import type { z } from 'zod'
import type { Permission } from './actor.ts'

export type EventPayload = Readonly<Record<string, unknown>>

/** One kind of fact: its payload, and who may see it live. */
export type EventKind = {
  readonly name: string
  readonly payload: z.ZodType
  readonly seenBy: Permission
  /** Technicians who see it besides, though they lack the permission. */
  readonly technicians?: ((payload: EventPayload) => readonly (Id | null)[]) | undefined
  /** Members whose live streams end with this fact: what they may see has changed, so they come back and are asked anew. */
  readonly endsStreamsOf?: ((payload: EventPayload) => readonly Id[]) | undefined
}

export type Emitted = { readonly kind: EventKind; readonly payload: EventPayload }

type Makers<S extends Record<string, z.ZodType>> = {
  readonly [K in keyof S]: (payload: z.input<S[K]>) => Emitted
}

/** The facts one module publishes: `emit(clientEvents.client_created({ clientId }))`. */
export function publish<S extends Record<string, z.ZodType>>(
  schemas: S,
  audience: Pick<EventKind, 'seenBy' | 'technicians' | 'endsStreamsOf'>,
): { make: Makers<S>; kinds: readonly EventKind[] } {
  const kinds = Object.entries(schemas).map(([name, payload]) => ({ name, payload, ...audience }))
  const makers = kinds.map((kind) => [
    kind.name,
    (payload: unknown): Emitted => ({ kind, payload: kind.payload.parse(payload) as EventPayload }),
  ])
  return { make: Object.fromEntries(makers) as Makers<S>, kinds }
}

/** A row of the outbox. */
export type StoredEvent = {
  readonly id: Id
  readonly organizationId: Id
  readonly name: string
  readonly payload: EventPayload
  readonly actorId: Id | null
  readonly actorName: string
  readonly at: string
}
