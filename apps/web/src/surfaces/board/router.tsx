// Composes the modules' screens into the planner's product. A new module: one import, one line in `screens`.
import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  type RouterHistory,
} from '@tanstack/react-router'
import { catalogScreens } from '../../catalog/index.ts'
import { clientScreens } from '../../clients/index.ts'
import { equipmentScreens } from '../../equipment/index.ts'
import { fieldworkOfficeScreens } from '../../fieldwork/index.ts'
import { identityOpenScreens, identityScreens } from '../../identity/index.ts'
import { integrationScreens } from '../../integrations/index.ts'
import { notificationOpenScreens, notificationScreens } from '../../notifications/index.ts'
import { planningScreens } from '../../planning/index.ts'
import { pollScreens } from '../../polls/index.ts'
import { portalOpenScreens, portalScreens } from '../../portal/index.ts'
import { productionScreens } from '../../productions/index.ts'
import { reliefScreens } from '../../relief/index.ts'
import { reportOpenScreens, reportScreens } from '../../reports/index.ts'
import { workOrderScreens } from '../../work-orders/index.ts'
import { workforceScreens } from '../../workforce/index.ts'
import { screenRoutes } from '../compose-screens.tsx'
import { Crash } from '../crash.tsx'
import { NotFound } from '../not-found.tsx'
import { Shell } from './shell.tsx'
import { Start } from './start.tsx'

const screens = [
  ...identityScreens,
  ...catalogScreens,
  ...clientScreens,
  ...planningScreens,
  ...workforceScreens,
  ...workOrderScreens,
  ...productionScreens,
  ...reportScreens,
  ...fieldworkOfficeScreens,
  ...integrationScreens,
  ...notificationScreens,
  ...reliefScreens,
  ...pollScreens,
  ...portalScreens,
  ...equipmentScreens,
]

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })

const routeTree = root.addChildren([
  ...screenRoutes(root, identityOpenScreens),
  ...screenRoutes(root, notificationOpenScreens),
  ...screenRoutes(root, portalOpenScreens),
  ...screenRoutes(root, reportOpenScreens),
  shell.addChildren([
    createRoute({ getParentRoute: () => shell, path: '/', component: Start }),
    ...screenRoutes(shell, screens),
    createRoute({ getParentRoute: () => shell, path: '$', component: NotFound }),
  ]),
])

export const makeBoardRouter = (history?: RouterHistory) =>
  createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultErrorComponent: Crash,
    scrollRestoration: true,
    ...(history ? { history } : {}),
  })
