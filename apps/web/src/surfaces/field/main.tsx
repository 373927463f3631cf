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

/** The screen is drawn once, with what the phone holds; a store that does not answer is not waited for. */
const PATIENCE_MS = 400

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
document.documentElement.dataset.surface = 'field'
const held = openEarly()
const router = makeFieldRouter()
const patience = new Promise<void>((over) => setTimeout(over, PATIENCE_MS))
void Promise.race([Promise.all([router.load(), held]), patience]).then(() =>
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  ),
)
watchInstallOffer()
onSessionForgotten(() => void silencePush())
registerServiceWorker()
