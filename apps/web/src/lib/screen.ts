// A screen as a module declares it and a surface's router takes it: a path, a lazy component, who may see it.
import { type AsyncRouteComponent, lazyRouteComponent, useParams } from '@tanstack/react-router'

export type Screen = {
  /** Within the surface, e.g. `/clients/$clientId`. */
  readonly path: string
  readonly component: AsyncRouteComponent<Record<never, never>>
  /** Without it the screen explains itself away; the server refuses besides. */
  readonly permission: string | null
}

/** `screen('/clients', () => import('./screens/client-list.tsx'), 'ClientList', 'clients.read')` */
export const screen = <M extends Record<string, unknown>, K extends keyof M & string>(
  path: string,
  load: () => Promise<M>,
  exported: K,
  permission: string | null = null,
): Screen => ({
  path,
  component: lazyRouteComponent(load, exported) as Screen['component'],
  permission,
})

/** A parameter of the address: `useParam('clientId')` on `/clients/$clientId`. */
export const useParam = (name: string): string => {
  const value = (useParams({ strict: false }) as Record<string, string | undefined>)[name]
  if (value === undefined) throw new Error(`This address has no ${name}`)
  return value
}
