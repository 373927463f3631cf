import { lazy, Suspense } from 'react'

const Toasts = lazy(() => import('../ui/toasts.tsx').then((part) => ({ default: part.Toasts })))

/** Nothing is told before the first action: the region comes after the shell. */
export const LazyToasts = () => (
  <Suspense>
    <Toasts />
  </Suspense>
)
