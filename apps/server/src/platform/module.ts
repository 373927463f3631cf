// What a module shows the program: its routes, permissions, events, jobs, reactions and tables.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor, Permissions } from './actor.ts'
import type { EventKind } from './events.ts'
import type { Route } from './http/bind.ts'
import type { Job } from './jobs.ts'
import type { Reaction } from './reactions.ts'
import type { Services } from './services.ts'

/** What a protocol of its own gets, beside the routes of the contract. */
export type Mounting = {
  readonly services: Services
  readonly authenticate: (request: FastifyRequest) => Promise<Actor | undefined>
}

export type Module = {
  readonly name: string
  readonly permissions: Permissions
  readonly routes: readonly Route[]
  readonly events: readonly EventKind[]
  readonly jobs: readonly Job<unknown>[]
  readonly reactions: readonly Reaction[]
  /** The folder of its migrations. */
  readonly migrations: string
  /** A protocol of its own, in a plugin of its own; it guards itself. */
  readonly mount?: (app: FastifyInstance, mounting: Mounting) => Promise<void>
  /** Runs at each start, before the first request is taken; returns lines for whoever reads the console. */
  readonly begin?: (services: Services) => Promise<readonly string[]>
}

/** A module of which only the named parts are not empty. `base` is `import.meta.dirname`. */
export const defineModule = (
  name: string,
  base: string,
  parts: Partial<Omit<Module, 'name' | 'migrations'>>,
): Module => ({
  name,
  permissions: {},
  routes: [],
  events: [],
  jobs: [],
  reactions: [],
  migrations: `${base}/migrations`,
  ...parts,
})
