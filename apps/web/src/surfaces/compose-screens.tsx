// Turns the modules' screens into routes, each behind its permission. Shared by the surfaces.
import { type AnyRoute, createRoute, Outlet, useMatches } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { useWords } from '../lib/language.tsx'
import type { Screen } from '../lib/screen.ts'
import { useCan } from '../lib/session.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { surfaceWords } from './words.ts'

type ScreenData = { readonly permission?: string | null }

export const screenRoutes = (parent: AnyRoute, screens: readonly Screen[]): AnyRoute[] =>
  screens.map(({ path, component, permission }) =>
    createRoute({
      getParentRoute: () => parent,
      path,
      component,
      staticData: { permission } as ScreenData as never,
    }),
  )

/** The shell's opening: the screen if the member may see it, an honest word if not. */
export const AllowedOutlet = () => {
  const can = useCan()
  const words = useWords(surfaceWords)
  const { permission } = (useMatches().at(-1)?.staticData ?? {}) as ScreenData
  if (!permission || can(permission)) return <Outlet />
  return <EmptyState isPage icon={Lock} title={words.notAllowed} text={words.notAllowedText} />
}
