// Composes the modules' screens into the technician's product. A new module: one import, one line in `screens`.
import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  type RouterHistory,
} from '@tanstack/react-router'
import { fieldworkScreens, Today } from '../../fieldwork/index.ts'
import { identityFieldScreens, identityOpenScreens } from '../../identity/index.ts'
import { screen } from '../../lib/screen.ts'
import { notificationFieldScreens } from '../../notifications/index.ts'
import { productionFieldScreens } from '../../productions/index.ts'
import { reliefFieldScreens } from '../../relief/index.ts'
import { reportFieldScreens } from '../../reports/index.ts'
import { whereaboutsFieldScreens } from '../../whereabouts/index.ts'
import { screenRoutes } from '../compose-screens.tsx'
import { Crash } from '../crash.tsx'
import { NotFound } from '../not-found.tsx'
import { Shell } from './shell.tsx'

/** What the app opens with comes with it, not after it. */
const today = screen('/', () => Promise.resolve({ Today }), 'Today')

const screens = [
  today,
  ...fieldworkScreens,
  ...identityFieldScreens,
  ...reportFieldScreens,
  ...notificationFieldScreens,
  ...reliefFieldScreens,
  ...productionFieldScreens,
  ...whereaboutsFieldScreens,
]

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })

const routeTree = root.addChildren([
  ...screenRoutes(root, identityOpenScreens),
  shell.addChildren([
    ...screenRoutes(shell, screens),
    createRoute({ getParentRoute: () => shell, path: '$', component: NotFound }),
  ]),
])

export const makeFieldRouter = (history?: RouterHistory) =>
  createRouter({
    routeTree,
    basepath: '/field',
    defaultPreload: 'intent',
    defaultErrorComponent: Crash,
    scrollRestoration: true,
    ...(history ? { history } : {}),
  })
