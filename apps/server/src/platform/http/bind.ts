// Binds endpoints of the contract to commands and queries. A route: parsed input → authorise → command → answer.
import type { AnyEndpoint, Endpoint } from '@regie/contract/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, Permission } from '../actor.ts'
import type { Services } from '../services.ts'
import type { Command, Tx } from '../work.ts'

export type Input<P, Q, B> = { readonly params: P; readonly query: Q; readonly body: B }

/** A route as the HTTP layer mounts it. */
export type Route =
  | {
      readonly kind: 'read'
      readonly endpoint: AnyEndpoint
      readonly permission: Permission | null
      readonly run: (tx: Tx, input: Input<unknown, unknown, unknown>) => Promise<unknown>
      /** The answer is sent as it is: see `readExact`. */
      readonly exact?: boolean
      /** The answer is a file: see `download`. */
      readonly file?: boolean
    }
  | {
      readonly kind: 'act'
      readonly endpoint: AnyEndpoint
      readonly command: Command<unknown, unknown>
      readonly take: (input: Input<unknown, unknown, unknown>) => unknown
    }
  | {
      readonly kind: 'open'
      readonly endpoint: AnyEndpoint
      /** False: for people who are not (yet) members. */
      readonly signedIn: boolean
      readonly run: (
        input: Input<unknown, unknown, unknown>,
        exchange: Exchange,
      ) => Promise<unknown>
    }

/** The bare request and reply, and the program's services, for the few routes that need them (sign-in, cookies). */
export type Exchange = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly services: Services
  /** Whoever is signed in, where the route asks for it. */
  readonly actor?: Actor | undefined
}

/** A query behind a permission; null: any member of the organisation. */
export const read = <P, Q, B, R>(
  endpoint: Endpoint<P, Q, B, R>,
  permission: Permission | null,
  run: (tx: Tx, input: Input<P, Q, B>) => Promise<R>,
): Route => ({
  kind: 'read',
  endpoint,
  permission,
  run: run as Extract<Route, { kind: 'read' }>['run'],
})

/** A command; its permission is checked before the transaction opens. */
export const act = <P, Q, B, R, I>(
  endpoint: Endpoint<P, Q, B, R>,
  command: Command<I, R>,
  take: (input: Input<P, Q, B>) => I,
): Route => ({
  kind: 'act',
  endpoint,
  command: command as Command<unknown, unknown>,
  take: take as (input: unknown) => unknown,
})

/** A route for people who are not (yet) members: it guards itself. */
export const open = <P, Q, B, R>(
  endpoint: Endpoint<P, Q, B, R>,
  run: (input: Input<P, Q, B>, exchange: Exchange) => Promise<R>,
): Route => ({
  kind: 'open',
  endpoint,
  signedIn: false,
  run: run as Extract<Route, { kind: 'open' }>['run'],
})

/** A route of somebody signed in that is neither query nor command: their session, their password. */
export const own = <P, Q, B, R>(
  endpoint: Endpoint<P, Q, B, R>,
  run: (input: Input<P, Q, B>, exchange: Exchange) => Promise<R>,
): Route => ({ ...open(endpoint, run), signedIn: true }) as Route

/**
 * A query whose answer is large and exactly what the contract says, which its test proves with the
 * contract's own schema: checking every field of every row again would cost as much as reading them.
 * It may be JSON already, in UTF-8.
 */
export const readExact = <P, Q, B, R>(
  endpoint: Endpoint<P, Q, B, R>,
  permission: Permission | null,
  run: (tx: Tx, input: Input<P, Q, B>) => Promise<R | Buffer>,
): Route => ({
  kind: 'read',
  endpoint,
  permission,
  run: run as Extract<Route, { kind: 'read' }>['run'],
  exact: true,
})

/** A file made by a query. `name` may hold any letters; `type` is its content type. */
export type Download = {
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
}

/** A query whose answer is a file to be kept: the browser saves it under its name. */
export const download = <P, Q, B>(
  endpoint: Endpoint<P, Q, B, Uint8Array>,
  permission: Permission | null,
  run: (tx: Tx, input: Input<P, Q, B>) => Promise<Download>,
): Route => ({
  kind: 'read',
  endpoint,
  permission,
  run: run as Extract<Route, { kind: 'read' }>['run'],
  file: true,
})
