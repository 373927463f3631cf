// What a module shows the program: its routes, permissions, events, jobs, reactions and tables.
import type { Permissions } from './actor.ts'
import type { EventKind } from './events.ts'
import type { Route } from './http/bind.ts'
import type { Job } from './jobs.ts'
import type { Reaction } from './reactions.ts'
import type { Services } from './services.ts'

export type Module = {
  readonly name: string
  readonly permissions: Permissions
  readonly routes: readonly Route[]
  readonly events: readonly EventKind[]
  readonly jobs: readonly Job<unknown>[]
  readonly reactions: readonly Reaction[]
  /** The folder of its migrations. */
  readonly migrations: string
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
