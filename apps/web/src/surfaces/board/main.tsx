import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../ui/tokens.css'
import { Providers } from '../providers.tsx'
import { makeBoardRouter } from './router.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
document.documentElement.dataset.surface = 'board'
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={makeBoardRouter()} />
    </Providers>
  </StrictMode>,
)
