import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../ui/tokens.css'
import { openEarly, watchInstallOffer } from '../../fieldwork/index.ts'
import { onSessionForgotten } from '../../lib/kept-session.ts'
import { silencePush } from '../../notifications/index.ts'
import { Providers } from '../providers.tsx'
import { makeFieldRouter } from './router.tsx'
import { registerServiceWorker } from './service-worker.ts'

openEarly()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
document.documentElement.dataset.surface = 'field'
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={makeFieldRouter()} />
    </Providers>
  </StrictMode>,
)
watchInstallOffer()
onSessionForgotten(() => void silencePush())
registerServiceWorker()
